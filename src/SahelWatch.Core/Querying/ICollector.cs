namespace SahelWatch.Querying;

/// <summary>
/// Adds up one answer while the blocks of an index pass by in date order. Two may share the work, each over half of
/// the blocks; the earlier one then takes in the later.
/// </summary>
internal interface ICollector<T> : IDisposable where T : ICollector<T>
{
    /// <summary>Takes in a block.</summary>
    /// <param name="first">Row number of the block's first place.</param>
    void Add(IndexBlock block, int first, BlockScan scan);

    /// <summary>Takes in what a collector of the same answer found in later blocks.</summary>
    void Merge(T later);
}
