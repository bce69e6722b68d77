using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Tests.Support;

/// <summary>
/// The filter's meaning said once more, straight over the incidents: the oracle that the index must equal.
/// </summary>
public static class Naive
{
    public static IEnumerable<int> Numbers(IEnumerable<Incident> incidents, IncidentFilter filter) => incidents
        .Where(incident => incident.Status == EditorialStatus.Published && Matches(incident, filter))
        .Select(incident => incident.Number).Order();

    private static bool Matches(Incident i, IncidentFilter f)
    {
        var (first, last) = f.Days(Site.Today);
        var words = TextFold.Words(f.Text);
        var text = TextFold.Fold(string.Join(' ', i.Actors.Select(a => a.Actor.Name)
            .Prepend($"{i.Title} {i.Summary} {i.PlaceName}")));
        return DatedIn(i, first, last)
            && Any(f.Countries, i.CountryCode)
            && Any(f.Regions, i.Region?.Code ?? "none")
            && PartyMatches(i, f)
            && Any(f.Types, i.Type)
            && Any(f.SubTypes, i.SubType)
            && (!f.PoliticalViolenceOnly || EventTypes.IsPoliticalViolence(i.SubType))
            && (f.Violence.Length == 0 || (i.Violence is { } v && f.Violence.Contains(v)))
            && (f.Tactics.Length == 0 || f.Tactics.Intersect(i.Tactics).Any())
            && (f.Targets.Length == 0 || f.Targets.Intersect(i.Targets).Any())
            && !((i.DeathsBest ?? i.DeathsLow ?? 0) < f.DeathsAtLeast)
            && Any(f.GeoPrecisions, i.GeoPrecision)
            && Any(f.DatePrecisions, i.DatePrecision)
            && (f.GradeAtLeast is not { } least || i.Citations.Any(c => c.Grade.IsAtLeast(least)))
            && (f.Checked is null || f.Checked == i.IsChecked)
            && (f.Collections.Length == 0 || (f.Collections.Contains("odd") && i.Number % 2 == 1 && i.Number < 60))
            && (f.Box is not { } box || (i.GeoPrecision <= GeoPrecision.Near && box.Contains(i.Latitude, i.Longitude)))
            && words.All(text.Contains);
    }

    private static bool DatedIn(Incident incident, DateOnly first, DateOnly last) =>
        incident.StartsOn >= first && incident.StartsOn <= last;

    private static bool Any<T>(IReadOnlyCollection<T> asked, T value) => asked.Count == 0 || asked.Contains(value);

    private static bool PartyMatches(Incident incident, IncidentFilter filter)
    {
        if (filter.Actors.Length + filter.ActorKinds.Length + filter.Roles.Length + filter.Attributions.Length == 0)
        {
            return true;
        }
        return incident.Actors.Any(entry =>
            (filter.Actors.Length == 0 || filter.Actors.Any(slug => CountsAs(entry.Actor.Slug, slug, filter.Components, incident.StartsOn)))
            && Any(filter.ActorKinds, entry.Actor.Kind)
            && Any(filter.Roles, entry.Role)
            && Any(filter.Attributions, entry.Attribution));
    }

    /// <summary>Whether an actor of the synthetic reference is another one, or a part of it on a day.</summary>
    public static bool CountsAs(string actor, string asked, bool components, DateOnly day) => actor == asked
        || (components && (actor, asked) switch
        {
            ("part", "whole") => day >= new DateOnly(2018, 3, 1),
            ("part-of-part", "whole") => day >= new DateOnly(2018, 3, 1) && day <= new DateOnly(2018, 12, 31),
            ("part-of-part", "part") => day <= new DateOnly(2018, 12, 31),
            _ => false,
        });
}
