using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>Gives one incident the content of another, its number and history apart.</summary>
public static class IncidentState
{
    public static void Apply(Incident from, Incident to)
    {
        (to.Title, to.Summary) = (from.Title, from.Summary);
        (to.StartsOn, to.EndsOn, to.DatePrecision) = (from.StartsOn, from.EndsOn, from.DatePrecision);
        (to.FirstReportedOn, to.SubType, to.Violence) = (from.FirstReportedOn, from.SubType, from.Violence);
        (to.Tactics, to.Targets) = (from.Tactics, from.Targets);
        (to.CountryCode, to.Country) = (from.CountryCode, from.Country);
        (to.Place, to.PlaceName) = (from.Place, from.PlaceName);
        (to.Region, to.SourceRegionName) = (from.Region, from.SourceRegionName);
        to.RegionId = from.Region?.Id;
        (to.Latitude, to.Longitude) = (from.Latitude, from.Longitude);
        (to.GeoPrecision, to.CoordinateSource) = (from.GeoPrecision, from.CoordinateSource);
        to.IsPlaceWithheld = from.IsPlaceWithheld;
        (to.DeathsLow, to.DeathsBest, to.DeathsHigh) = (from.DeathsLow, from.DeathsBest, from.DeathsHigh);
        (to.CivilianDeaths, to.AssailantDeaths) = (from.CivilianDeaths, from.AssailantDeaths);
        to.DeathsNote = from.DeathsNote;
        (to.InjuredLow, to.InjuredBest, to.InjuredHigh) = (from.InjuredLow, from.InjuredBest, from.InjuredHigh);
        to.InjuredNote = from.InjuredNote;
        to.IndependentSources = from.IndependentSources;
        ApplyParties(from, to);
        ApplyCitations(from, to);
    }

    private static void ApplyParties(Incident from, Incident to)
    {
        to.Actors.RemoveAll(party => !from.Actors.Exists(one => IsSame(one, party)));
        foreach (var party in from.Actors)
        {
            if (to.Actors.Find(one => IsSame(one, party)) is { } known)
            {
                known.Attribution = party.Attribution;
            }
            else
            {
                to.Actors.Add(party);
            }
        }
    }

    private static bool IsSame(IncidentActor one, IncidentActor other) =>
        one.Actor == other.Actor && one.Role == other.Role;

    private static void ApplyCitations(Incident from, Incident to)
    {
        to.Citations.RemoveAll(citation => !from.Citations.Exists(one => one.Source == citation.Source));
        foreach (var citation in from.Citations)
        {
            if (to.Citations.Find(one => one.Source == citation.Source) is not { } known)
            {
                to.Citations.Add(citation);
                continue;
            }
            (known.Credibility, known.Supports, known.Note) =
                (citation.Credibility, citation.Supports, citation.Note);
            (known.DeathsLow, known.DeathsBest, known.DeathsHigh) =
                (citation.DeathsLow, citation.DeathsBest, citation.DeathsHigh);
        }
    }
}
