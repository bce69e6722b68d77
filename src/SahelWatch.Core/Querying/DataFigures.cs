using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>How far all incidents together can be trusted.</summary>
/// <param name="Checked">Incidents that were looked at a second time.</param>
/// <param name="SingleSource">Incidents with fewer than two independent sources.</param>
/// <param name="OnlyHigh">Incidents of which no more is known than that there were up to so many deaths.</param>
/// <param name="WithoutToll">Incidents of whose deaths nothing is known.</param>
public readonly record struct DataFigures(int Checked, int SingleSource, int OnlyHigh, int WithoutToll)
{
    public static DataFigures Of(IncidentIndex index)
    {
        var tables = index.Tables;
        return new DataFigures(
            Count(index, tables.Kinds, (block, row) => block.Kinds[row], kind => kind.IsChecked),
            Count(index, tables.Evidence, (block, row) => block.Evidence[row], one => one.IndependentSources < 2),
            Count(index, tables.Tolls, (block, row) => block.Tolls[row], toll => toll is (null, null, not null)),
            Count(index, tables.Tolls, (block, row) => block.Tolls[row], toll => !toll.IsKnown));
    }

    private static int Count<T>(
        IncidentIndex index, ValueTable<T> values, Func<IndexBlock, int, int> codeOf, Func<T, bool> holds)
        where T : notnull
    {
        var holding = Array.ConvertAll(values.Values.ToArray(), value => holds(value));
        return index.Blocks.Sum(block => Enumerable.Range(0, block.Count).Count(row => holding[codeOf(block, row)]));
    }
}
