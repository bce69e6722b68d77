namespace SahelWatch.Incidents;

/// <summary>
/// Tolls added up. An incident that lacks one of the three figures lends its nearest: low falls back on best, best on
/// low, high on best and then low. An incident whose toll is not known at all adds nothing and is counted apart.
/// </summary>
public readonly record struct TollSum(int Low, int Best, int High, int Unknown)
{
    public static TollSum Of(IEnumerable<Toll> tolls) =>
        tolls.Aggregate(default(TollSum), (sum, toll) => sum.Add(toll));

    public TollSum Add(Toll toll) => toll.IsKnown
        ? new TollSum(
            Low + (toll.Low ?? toll.Best ?? 0),
            Best + (toll.Best ?? toll.Low ?? 0),
            High + (toll.High ?? toll.Best ?? toll.Low ?? 0),
            Unknown)
        : this with { Unknown = Unknown + 1 };
}
