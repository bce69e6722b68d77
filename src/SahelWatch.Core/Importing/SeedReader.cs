using System.Globalization;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Importing;

/// <summary>
/// Reads the embedded set: rows, the reviewed mapping table and the boundaries become linked records with their derived
/// fields, or a list of problems that each name file, record and field. A set with one problem is not handed out.
/// </summary>
public static class SeedReader
{
    internal const string MappingFile = "mapping.json";

    /// <param name="files">The set's files.</param>
    /// <param name="boundaries">The regions that places and incidents fall into.</param>
    /// <param name="readAt">UTC; becomes the time the records were made.</param>
    public static SeedReading Read(SeedFiles files, RegionBoundaries boundaries, DateTime readAt)
    {
        var problems = new List<Problem>();
        var parser = new SeedParser(files, problems);
        var mapping = parser.Mapping(MappingFile);
        var rows = new
        {
            Places = parser.Rows<PlaceRow>("places.json"),
            Sources = parser.Rows<SourceRow>("sources.json"),
            Actors = parser.Rows<ActorRow>("actors.json"),
            Relations = parser.Rows<RelationRow>("actor_relations.json"),
            Incidents = parser.Rows<IncidentRow>("incidents.json"),
            Events = parser.Rows<PoliticalEventRow>("political_events.json"),
            Collections = parser.Rows<CollectionRow>("collections.json", "slug"),
        };
        if (mapping is null || problems.Count > 0)
        {
            return new SeedReading(null, problems);
        }

        var geography = new SeedGeography(mapping, boundaries, problems);
        var places = geography.Read("places.json", rows.Places);
        var sources = new SeedSources(mapping, problems).Read("sources.json", rows.Sources);
        var actorReader = new SeedActors(mapping, sources, problems);
        var actors = actorReader.Read("actors.json", rows.Actors);
        var relations = actorReader.ReadRelations("actor_relations.json", rows.Relations, actors);
        var incidents = new SeedIncidents(mapping, geography, boundaries, places, actors, sources, problems)
            .Read("incidents.json", rows.Incidents, readAt);
        var events = new SeedCalendar(mapping, geography, places, actors, sources, problems)
            .Read("political_events.json", rows.Events);
        var mentions = rows.Incidents.Values
            .Select(row => new Mention(
                CollectionItemKind.Incident,
                row.Number.GetValueOrDefault().ToString(CultureInfo.InvariantCulture),
                row.Seed))
            .Concat(rows.Events.Select(row => new Mention(CollectionItemKind.PoliticalEvent, row.Key, row.Value.Seed)))
            .Concat(rows.Actors.Select(row => new Mention(CollectionItemKind.Actor, row.Key, row.Value.Seed)))
            .Concat(rows.Relations
                .Select(row => new Mention(CollectionItemKind.ActorRelation, row.Key, row.Value.Seed)));
        var collections = new SeedCollections(sources, problems)
            .Read("collections.json", rows.Collections, rows.Sources, [.. mentions]);

        return problems.Count > 0
            ? new SeedReading(null, problems)
            : new SeedReading(
                new SeedSet(
                    mapping.Countries,
                    [.. boundaries.All.Select(boundary => boundary.Region)],
                    [.. places.Values],
                    [.. sources.Values],
                    [.. actors.Values],
                    [.. relations.Values],
                    incidents,
                    events,
                    collections),
                []);
    }
}
