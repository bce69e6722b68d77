using SahelWatch.Incidents;

namespace SahelWatch.Benchmarks.Synthetic;

/// <summary>Synthetic incidents as the objects that an editor's change comes as.</summary>
internal static class SyntheticReaderIncidents
{
    /// <param name="deaths">Put in place of the set's own.</param>
    public static Incident ToIncident(this SyntheticReader reader, SyntheticWorld world, Toll deaths)
    {
        var facts = reader.Incident;
        var place = world.Places[facts.Place];
        var incident = new Incident
        {
            Number = facts.Number,
            Title = reader.Title(),
            Summary = reader.Summary(),
            StartsOn = facts.StartsOn,
            EndsOn = facts.EndsOn,
            DatePrecision = facts.DatePrecision,
            SubType = facts.SubType,
            Violence = facts.Violence,
            Tactics = Codes(Tactics.All, facts.Tactics),
            Targets = Codes(Targets.All, facts.Targets),
            CountryCode = place.CountryCode!,
            PlaceName = place.Name,
            Place = place,
            Latitude = place.Latitude!.Value,
            Longitude = place.Longitude!.Value,
            GeoPrecision = facts.GeoPrecision,
            CoordinateSource = CoordinateSource.Gazetteer,
            Region = facts.HasRegion ? place.Region : null,
            DeathsLow = deaths.Low,
            DeathsBest = deaths.Best,
            DeathsHigh = deaths.High,
            IndependentSources = reader.Citations.Length,
            IsChecked = facts.IsChecked,
            Status = EditorialStatus.Published,
            CreatedAt = DateTime.UnixEpoch,
            ChangedAt = DateTime.UnixEpoch,
        };
        foreach (var party in reader.Parties)
        {
            incident.Actors.Add(new IncidentActor
            {
                Actor = world.Actors[party.Actor],
                Role = party.Role,
                Attribution = party.Attribution,
            });
        }
        foreach (var citation in reader.Citations)
        {
            var source = world.Sources[citation.Source];
            incident.Citations.Add(new Citation
            {
                SourceId = source.Id,
                Source = source,
                Credibility = citation.Credibility,
            });
        }
        return incident;
    }

    private static List<string> Codes(IReadOnlyList<string> all, ulong bits) =>
        [.. all.Where((_, place) => (bits >> place & 1) == 1)];
}
