namespace SahelWatch.Incidents;

/// <summary>
/// Where coordinates come from: a gazetteer, a text that gives them, or an analyst's rounded estimate.
/// </summary>
public enum CoordinateSource
{
    Gazetteer,
    Source,
    Estimate,
}
