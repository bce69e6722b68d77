namespace SahelWatch.Incidents;

/// <summary>Where an incident stands in the editorial flow.</summary>
public enum EditorialStatus
{
    Draft,
    InReview,
    Published,
    Withdrawn,
}
