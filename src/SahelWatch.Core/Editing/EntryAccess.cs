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

    /// <summary>The same of a place that is kept: what counts is where it lies, not what the public sees.</summary>
    public static bool MaySeeExactPlace(
        Person? person, Incident incident, ExactPlace? exact, RegionBoundaries boundaries) =>
        person is not null && MaySeeExactPlace(person, exact is null
            ? incident.Region?.Code
            : exact.Place?.Region?.Code
                ?? boundaries.Find(exact.Latitude, exact.Longitude, incident.CountryCode)?.Code
                ?? incident.Region?.Code);

    /// <summary>
    /// People of the desk see who made a change. The public does not: people in conflict zones are named to nobody who
    /// need not know.
    /// </summary>
    public static bool MaySeeNames(Person? person) =>
        person is not null && person.Roles.Any(role => role != Role.Analyst);
}
