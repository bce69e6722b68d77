using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Shared;

/// <summary>
/// One incident as a list shows it: the index's facts with the text and names of the reader's language.
/// </summary>
/// <param name="Region">Name of the region that holds the point; null where only the country is known.</param>
/// <param name="AssailantDeaths">Dead among the attackers, not in the incident's deaths.</param>
/// <param name="IsPlaceWithheld">Whether the place is told coarser than it is known, to protect people.</param>
/// <param name="BestGrade">Best of its citations; null without citations.</param>
public sealed record IncidentLine(
    IncidentRow Facts,
    string Title,
    string Place,
    string? Region,
    string Country,
    IReadOnlyList<PartyLine> Parties,
    int? AssailantDeaths,
    Grade? BestGrade,
    int Citations,
    int IndependentSources,
    bool IsPlaceWithheld)
{
    public int Number => Facts.Number;

    public string Link => $"/incidents/{Number}";
}

/// <summary>One actor's part in an incident.</summary>
public sealed record PartyLine(string Slug, string Name, string ShortName, ActorRole Role, Attribution Attribution)
{
    public string Link => $"/actors/{Slug}";

    /// <summary>Whether the actor acted, rather than was acted upon.</summary>
    public bool Acts => Role is ActorRole.Perpetrator or ActorRole.SideA;
}
