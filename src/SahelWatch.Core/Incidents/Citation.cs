namespace SahelWatch.Incidents;

/// <summary>
/// What one source says about one incident: the fields it supports, the toll it gives, and its credibility.
/// </summary>
public sealed class Citation
{
    public int Id { get; init; }

    public int IncidentId { get; init; }

    public int SourceId { get; init; }

    public required Source Source { get; init; }

    /// <summary>1 to 6.</summary>
    public required int Credibility { get; set; }

    /// <summary>The facts this source gives, in the curator's words.</summary>
    public List<string> Supports { get; set; } = [];

    public int? DeathsLow { get; set; }

    public int? DeathsBest { get; set; }

    public int? DeathsHigh { get; set; }

    public Toll Deaths => new(DeathsLow, DeathsBest, DeathsHigh);

    public string? Note { get; set; }

    public Grade Grade => new(Source.Reliability, Credibility);
}
