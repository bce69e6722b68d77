namespace SahelWatch.Incidents;

/// <summary>An incident's identifier in another dataset, such as UCDP or ACLED.</summary>
public sealed class ExternalId
{
    public int IncidentId { get; init; }

    public required string Dataset { get; init; }

    public required string Value { get; init; }
}
