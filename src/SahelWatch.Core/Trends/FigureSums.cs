using System.Runtime.Intrinsics;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>
/// Figures as vectors, so that an incident is added by one instruction: incidents, low, best, high, without toll, and
/// three places unused.
/// </summary>
internal static class FigureSums
{
    /// <summary>What one incident adds, by the code of its toll.</summary>
    public static Vector256<int>[] ByToll(IndexTables tables) =>
        Array.ConvertAll(tables.Tolls.Values.ToArray(), ToVector);

    public static TrendFigure ToFigure(this Vector256<int> sums) => new(sums[0], sums[1], sums[2], sums[3], sums[4]);

    private static Vector256<int> ToVector(Toll toll)
    {
        var one = TrendFigure.Of(toll);
        return Vector256.Create(one.Incidents, one.Low, one.Best, one.High, one.WithoutToll, 0, 0, 0);
    }
}
