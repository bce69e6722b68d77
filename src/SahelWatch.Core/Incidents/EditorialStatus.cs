namespace SahelWatch.Incidents;

/// <summary>
/// Where a piece of work or an incident stands in the editorial flow. Incidents are published or withdrawn; the work on
/// them (<see cref="Editing.Entry"/>) is a draft, in review, published or discarded.
/// </summary>
public enum EditorialStatus
{
    Draft,
    InReview,
    Published,
    Withdrawn,
    Discarded,
}
