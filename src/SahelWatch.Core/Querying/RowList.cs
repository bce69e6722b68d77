using System.Runtime.InteropServices;

namespace SahelWatch.Querying;

/// <summary>
/// A list of values for each row, row after row: those of row i are from <c>Starts[i]</c> up to <c>Starts[i + 1]</c>.
/// </summary>
internal sealed class RowList<T>
{
    private readonly List<int> _starts = [0];

    public List<T> Values { get; } = [];

    public int Count => _starts.Count - 1;

    public ReadOnlySpan<T> this[int row] => CollectionsMarshal.AsSpan(Values)[_starts[row].._starts[row + 1]];

    /// <summary>Ends the row whose values were added last.</summary>
    public void EndRow() => _starts.Add(Values.Count);

    public void Add(ReadOnlySpan<T> row)
    {
        Values.AddRange(row);
        EndRow();
    }
}
