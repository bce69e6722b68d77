using System.Runtime.CompilerServices;
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
    private static readonly ConditionalWeakTable<IndexTables, Vector256<int>[]> Known = [];

    /// <summary>
    /// What one incident adds, by the code of its toll; made once and again when there are more tolls.
    /// </summary>
    public static Vector256<int>[] ByToll(IndexTables tables)
    {
        if (Known.TryGetValue(tables, out var sums) && sums.Length >= tables.Tolls.Count)
        {
            return sums;
        }
        sums = Array.ConvertAll(tables.Tolls.Values.ToArray(), ToVector);
        Known.AddOrUpdate(tables, sums);
        return sums;
    }

    public static TrendFigure ToFigure(this Vector256<int> sums) => new(sums[0], sums[1], sums[2], sums[3], sums[4]);

    private static Vector256<int> ToVector(Toll toll)
    {
        var one = TrendFigure.Of(toll);
        return Vector256.Create(one.Incidents, one.Low, one.Best, one.High, one.WithoutToll, 0, 0, 0);
    }
}
