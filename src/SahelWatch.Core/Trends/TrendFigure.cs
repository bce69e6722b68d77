using SahelWatch.Incidents;

namespace SahelWatch.Trends;

/// <summary>
/// Incidents and the deaths they add up to. A toll that lacks one of its three figures lends the nearest it has: low
/// from best, best from low, high from best and then low. A toll of which nothing is known adds to no sum and counts
/// in <paramref name="WithoutToll"/>: the sums are then a floor.
/// </summary>
public readonly record struct TrendFigure(int Incidents, int Low, int Best, int High, int WithoutToll)
{
    public static TrendFigure Of(Toll deaths) => new(
        1,
        deaths.Low ?? deaths.Best ?? 0,
        deaths.Best ?? deaths.Low ?? 0,
        deaths.High ?? deaths.Best ?? deaths.Low ?? 0,
        deaths.IsKnown ? 0 : 1);

    public static TrendFigure operator +(TrendFigure left, TrendFigure right) => new(
        left.Incidents + right.Incidents,
        left.Low + right.Low,
        left.Best + right.Best,
        left.High + right.High,
        left.WithoutToll + right.WithoutToll);

    /// <summary>The figure a column shows: incidents, or the best estimate of deaths.</summary>
    public int Of(TrendMeasure measure) => measure == TrendMeasure.Incidents ? Incidents : Best;

    /// <summary>The top of what a column shows, its range included.</summary>
    public int MostOf(TrendMeasure measure) => measure == TrendMeasure.Incidents ? Incidents : High;
}
