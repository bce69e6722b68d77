namespace SahelWatch.Querying;

/// <summary>The words of rows, row after row: those of row i are from <c>Starts[i]</c> up to <c>Starts[i + 1]</c>.</summary>
internal sealed class RowWords
{
    private readonly List<int> _starts = [0];

    public List<int> Words { get; } = [];

    public int Count => _starts.Count - 1;

    public ReadOnlySpan<int> this[int row] => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Words)
        [_starts[row].._starts[row + 1]];

    /// <summary>Ends the row whose words were added last.</summary>
    public void EndRow() => _starts.Add(Words.Count);

    public void Add(ReadOnlySpan<int> row)
    {
        Words.AddRange(row);
        EndRow();
    }
}
