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
        var kinds = index.Tables.Kinds.Values;
        var evidence = index.Tables.Evidence.Values;
        var tolls = index.Tables.Tolls.Values;
        var (isChecked, singleSource, onlyHigh, withoutToll) = (0, 0, 0, 0);
        foreach (var block in index.Blocks)
        {
            for (var row = 0; row < block.Count; row++)
            {
                var toll = tolls[block.Tolls[row]];
                isChecked += kinds[block.Kinds[row]].IsChecked ? 1 : 0;
                singleSource += evidence[block.Evidence[row]].IndependentSources < 2 ? 1 : 0;
                onlyHigh += toll is (null, null, not null) ? 1 : 0;
                withoutToll += toll.IsKnown ? 0 : 1;
            }
        }
        return new DataFigures(isChecked, singleSource, onlyHigh, withoutToll);
    }
}
