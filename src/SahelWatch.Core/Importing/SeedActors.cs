using SahelWatch.Actors;
using SahelWatch.Incidents;

namespace SahelWatch.Importing;

/// <summary>Actors and the relations between them.</summary>
internal sealed class SeedActors(
    SeedMapping mapping, IReadOnlyDictionary<string, Source> sources, List<Problem> problems)
{
    public Dictionary<string, Actor> Read(string file, Dictionary<string, ActorRow> rows)
    {
        var actors = new Dictionary<string, Actor>(StringComparer.Ordinal);
        foreach (var (id, row) in rows)
        {
            actors[id] = Read(new RecordCheck(problems, file, id), id, row);
        }
        foreach (var named in mapping.Actors.Keys.Concat(mapping.Acronyms.Keys)
            .Concat(mapping.Aliases.Select(alias => alias.Actor)))
        {
            new RecordCheck(problems, SeedReader.MappingFile, "mapping").Known("actors", named, actors);
        }
        return actors;
    }

    public Dictionary<string, ActorRelation> ReadRelations(
        string file, Dictionary<string, RelationRow> rows, IReadOnlyDictionary<string, Actor> actors)
    {
        var relations = new Dictionary<string, ActorRelation>(StringComparer.Ordinal);
        foreach (var (id, row) in rows)
        {
            var check = new RecordCheck(problems, file, id);
            var from = check.Known("from", row.From, actors);
            var to = check.Known("to", row.To, actors);
            var type = check.Mapped("type", row.Type, mapping.RelationTypes);
            if (from is null || to is null || type is null)
            {
                continue;
            }
            var relation = new ActorRelation
            {
                Slug = id,
                From = type.Reversed ? to : from,
                To = type.Reversed ? from : to,
                Kind = type.Kind,
                OriginalType = row.Type,
                Statement = check.Text("statement", row.Statement, Incident.SummaryLength),
                ValidFrom = check.PartialDate("valid_from", row.ValidFrom),
                ValidTo = check.PartialDate("valid_to", row.ValidTo),
                Confidence = check.Required("confidence", row.Confidence),
                Note = check.OptionalText("note", row.Note, Incident.NoteLength),
            };
            check.PeriodInOrder("valid_to", row.ValidFrom, row.ValidTo);
            relation.Sources.AddRange(check.AllKnown("sources", row.Sources?.Select(source => source.Id), sources));
            relation.From.RelationsFrom.Add(relation);
            relation.To.RelationsTo.Add(relation);
            relations[id] = relation;
        }
        return relations;
    }

    private Actor Read(RecordCheck check, string id, ActorRow row)
    {
        var type = check.Mapped("type", row.Type, mapping.ActorTypes);
        var kind = mapping.Actors.GetValueOrDefault(id) ?? type;
        var actor = new Actor
        {
            Slug = id,
            Name = check.Text("name", row.Name, Incident.NameLength),
            NameFr = check.OptionalText("name_fr", row.NameFr, Incident.NameLength),
            Acronym = mapping.Acronyms.GetValueOrDefault(id),
            Kind = kind?.Kind ?? default,
            SubKind = kind?.SubKind ?? default,
            CountryCode = row.Country,
            ActiveFrom = check.PartialDate("active_from", row.ActiveFrom),
            ActiveTo = check.PartialDate("active_to", row.ActiveTo),
            Description = check.Text("description", row.Description, Incident.SummaryLength),
        };
        check.PeriodInOrder("active_to", row.ActiveFrom, row.ActiveTo);
        actor.Sources.AddRange(check.AllKnown("sources", row.Sources?.Select(source => source.Id), sources));
        var datasets = mapping.Aliases.Where(alias => alias.Actor == id)
            .ToDictionary(alias => alias.Name, alias => alias.UsedBy);
        var names = (row.Aliases ?? []).Concat(datasets.Keys).Distinct(StringComparer.Ordinal);
        actor.Aliases.AddRange(names.Select(name => new ActorAlias
        {
            Name = check.Text("aliases", name, Incident.NameLength),
            UsedBy = datasets.GetValueOrDefault(name),
        }));
        return actor;
    }
}
