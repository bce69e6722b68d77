using System.Globalization;
using Microsoft.Data.Sqlite;
using SahelWatch.Benchmarks.Synthetic;
using SahelWatch.Incidents;

namespace SahelWatch.Benchmarks.Making;

/// <summary>Writes a synthetic set as rows of the site's own tables.</summary>
internal sealed class AppRows(SqliteConnection connection, SyntheticSet set, Dictionary<string, int> regions)
    : IDisposable
{
    private const string Instant = "2026-01-01 00:00:00";

    private readonly SyntheticReader _reader = set.Reader();
    private readonly Dictionary<(ulong Bits, bool Tactics), string> _lists = [];
    private readonly BulkInsert _incidents = new(
        connection, "Incidents",
        "Id", "Number", "Title", "Summary", "StartsOn", "EndsOn", "DatePrecision", "SubType", "Violence", "Tactics",
        "Targets", "CountryCode", "PlaceName", "PlaceId", "Latitude", "Longitude", "GeoPrecision", "CoordinateSource",
        "IsPlaceWithheld", "RegionId", "DeathsLow", "DeathsBest", "DeathsHigh", "IndependentSources", "IsChecked",
        "Status", "Version", "CreatedAt", "ChangedAt");
    private readonly BulkInsert _parties = new(
        connection, "IncidentActors", "IncidentId", "ActorId", "Role", "Attribution");
    private readonly BulkInsert _citations = new(
        connection, "Citations", "IncidentId", "SourceId", "Credibility", "Supports");

    public void AddPlaces()
    {
        using var places = new BulkInsert(
            connection, "Places", "Id", "Slug", "Name", "Spellings", "CountryCode", "RegionId", "Latitude", "Longitude",
            "GeoPrecision", "CoordinateSource", "Kind", "Note");
        foreach (var place in set.World.Places)
        {
            places.Add(
                place.Id, place.Slug, place.Name, "[]", place.CountryCode, regions[place.Region!.Code], place.Latitude,
                place.Longitude, $"{place.GeoPrecision}", $"{place.CoordinateSource}", $"{place.Kind}", place.Note);
        }
    }

    public void AddIncidents()
    {
        for (var number = 1; number <= set.Count; number++)
        {
            _reader.Read(number);
            var id = SyntheticWorld.FirstId + number;
            AddIncident(id, _reader.Incident, _reader.Citations.Length);
            foreach (var party in _reader.Parties)
            {
                var actor = set.World.Actors[party.Actor].Id;
                _parties.Add(id, actor, Name(party.Role), Name(party.Attribution));
            }
            foreach (var citation in _reader.Citations)
            {
                _citations.Add(id, set.World.Sources[citation.Source].Id, citation.Credibility, "[]");
            }
        }
    }

    public void Dispose()
    {
        _incidents.Dispose();
        _parties.Dispose();
        _citations.Dispose();
    }

    private void AddIncident(int id, in SyntheticIncident incident, int sources)
    {
        var place = set.World.Places[incident.Place];
        _incidents.Add(
            id, id, _reader.Title(), _reader.Summary(), Day(incident.StartsOn), Day(incident.EndsOn),
            Name(incident.DatePrecision), Name(incident.SubType), incident.Violence is { } kind ? Name(kind) : null,
            List(incident.Tactics, true), List(incident.Targets, false), place.CountryCode, place.Name, place.Id,
            place.Latitude, place.Longitude, Name(incident.GeoPrecision), Name(CoordinateSource.Gazetteer),
            false, incident.HasRegion ? regions[place.Region!.Code] : null, incident.Deaths.Low, incident.Deaths.Best,
            incident.Deaths.High, sources, incident.IsChecked, Name(EditorialStatus.Published), 1, Instant, Instant);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Name<T>(T value) where T : struct, Enum => Enum.GetName(value)!;

    /// <summary>The codes of some bits as a JSON array.</summary>
    private string List(ulong bits, bool tactics)
    {
        if (!_lists.TryGetValue((bits, tactics), out var list))
        {
            var all = tactics ? Tactics.All : Targets.All;
            var codes = Enumerable.Range(0, all.Count).Where(place => (bits >> place & 1) == 1)
                .Select(place => $"\"{all[place]}\"");
            _lists[(bits, tactics)] = list = $"[{string.Join(',', codes)}]";
        }
        return list;
    }
}
