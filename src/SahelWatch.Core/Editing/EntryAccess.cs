using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>Who may see work that is not published.</summary>
public static class EntryAccess
{
    /// <summary>
    /// Authors see their own work. Reviewers see what was submitted and what became of it, but no other's draft.
    /// </summary>
    public static bool MaySee(Person person, Entry entry) =>
        entry.AuthorId == person.Id
        || (person.Is(Role.Reviewer)
            && (entry.Status is EditorialStatus.InReview or EditorialStatus.Published));

    /// <summary>Reviewers see the exact place of a sensitive incident; editors and managers where they work.</summary>
    public static bool MaySeeExactPlace(Person? person, string? region) =>
        person is not null
        && (person.Is(Role.Reviewer)
            || ((person.Is(Role.Editor) || person.Is(Role.Manager)) && person.Covers(region)));

    /// <summary>
    /// Code of the region that a withheld place lies in, whatever the public sees of it; null while that is not clear.
    /// </summary>
    public static string? RegionOf(Incident incident, ExactPlace? exact, RegionBoundaries boundaries) => exact is null
        ? incident.Region?.Code
        : exact.Place?.Region?.Code
            ?? boundaries.Find(exact.Latitude, exact.Longitude, incident.CountryCode)?.Code
            ?? incident.Region?.Code;

    /// <summary>
    /// People of the desk see who made a change. The public does not: people in conflict zones are named to nobody who
    /// need not know.
    /// </summary>
    public static bool MaySeeNames(Person? person) =>
        person is not null && person.Roles.Any(role => role != Role.Analyst);
}
