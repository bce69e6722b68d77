using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>
/// What is usual before a political event: the incidents of the 12 months that end on the day before it, of the same
/// country and filter. The 30 days before the event are part of them.
/// </summary>
/// <param name="Incidents">Incidents that began in the 12 months, and their list.</param>
/// <param name="Days">Length of the 12 months, 365 or 366 days.</param>
public sealed record EventBaseline(Counted Incidents, int Days)
{
    /// <summary>
    /// Mean number of incidents in a window of 30 days: n × 30 ÷ d, with n incidents in d days. It describes what was
    /// collected and is no test: incidents are few, come in clusters and are not collected evenly.
    /// </summary>
    public double PerWindow => Incidents.Count * (double)EventNeighbours.WindowDays / Days;
}
