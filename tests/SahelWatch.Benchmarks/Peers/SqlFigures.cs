using System.Globalization;
using SahelWatch.Benchmarks.Comparing;

namespace SahelWatch.Benchmarks.Peers;

/// <summary>What the peers' rows say, in the names that all engines share.</summary>
internal static class SqlFigures
{
    private static readonly string[] Sums = ["incidents", "low", "best", "high", "unknown"];

    /// <param name="rows">Month, region and five sums each.</param>
    public static Figures MonthsByRegion(IReadOnlyList<long> rows, SqlCodes codes)
    {
        var figures = new Figures();
        for (var i = 0; i < rows.Count; i += 7)
        {
            for (var sum = 0; sum < Sums.Length; sum++)
            {
                figures.Add(
                    $"{SqlCodes.MonthName(rows[i])} {codes.RegionName(rows[i + 1])} {Sums[sum]}", rows[i + 2 + sum]);
            }
        }
        return figures;
    }

    /// <param name="counts">For each panel its values, each followed by its count.</param>
    public static Figures Panels(long total, IReadOnlyList<IReadOnlyList<long>> counts, SqlCodes codes)
    {
        var figures = new Figures { ["total"] = total };
        foreach (var panel in Peers.Panels.All)
        {
            var rows = counts[(int)panel];
            for (var i = 0; i < rows.Count; i += 2)
            {
                if (rows[i + 1] > 0 && codes.Name(panel, rows[i]) is { } name)
                {
                    figures.Add($"{panel} {name}", rows[i + 1]);
                }
            }
        }
        return figures;
    }

    /// <param name="numbers">Incidents in the order of the page.</param>
    public static Figures Page(IReadOnlyList<long> numbers, long? total)
    {
        var figures = new Figures { ["total"] = total ?? 0 };
        for (var i = 0; i < numbers.Count; i++)
        {
            figures[string.Create(CultureInfo.InvariantCulture, $"row {i:000}")] = numbers[i];
        }
        return figures;
    }
}
