namespace SahelWatch.Querying;

/// <summary>
/// Passes blocks to a collector. Of many, half are lent to a second core unless another query has it.
/// </summary>
/// <param name="first">Number of the first block.</param>
/// <param name="end">Number after the last one.</param>
internal sealed class BlockPass<T>(IndexBlock[] blocks, int first, int end, CompiledFilter filter, Func<T> make)
    where T : ICollector<T>
{
    /// <summary>Rows from which a second core is worth its start.</summary>
    private const int WorthSharing = 200_000;

    public T Run()
    {
        if ((end - first) * IndexBlock.Usual < WorthSharing || !SecondCore.TryTake())
        {
            return Pass(first, end, make());
        }
        try
        {
            var middle = (first + end) / 2;
            var later = Task.Run(() => Pass(middle, end, make()));
            var whole = FirstPass(middle, later);
            using var rest = later.GetAwaiter().GetResult();
            whole.Merge(rest);
            return whole;
        }
        finally
        {
            SecondCore.GiveBack();
        }
    }

    private T FirstPass(int middle, Task later)
    {
        try
        {
            return Pass(first, middle, make());
        }
        catch
        {
            // It reads the filter's tables, which go back to their pool when this is left.
            Task.WaitAny(later);
            throw;
        }
    }

    private T Pass(int from, int until, T collector)
    {
        using var scan = new BlockScan(filter);
        for (var number = from; number < until; number++)
        {
            collector.Add(blocks[number], number << IndexBlock.Shift, scan);
        }
        return collector;
    }
}

/// <summary>What one query at a time may take.</summary>
internal static class SecondCore
{
    private static int _isTaken;

    public static bool TryTake() => Interlocked.CompareExchange(ref _isTaken, 1, 0) == 0;

    public static void GiveBack() => Volatile.Write(ref _isTaken, 0);
}
