using System.Buffers;

namespace SahelWatch.Querying;

/// <summary>
/// A filter as tables, one for each column it asks about: of every value's code, whether the value fails, and if so by
/// which column. Columns it does not ask about have none. Threads share it.
/// </summary>
internal sealed class CompiledFilter : IDisposable
{
    /// <summary>
    /// Codes that a column of 16 bits can hold. Every table has room for so many, so that none of them needs a check.
    /// </summary>
    public const int ShortCodes = ushort.MaxValue + 1;

    private readonly List<byte[]> _rented = [];

    public CompiledFilter(IncidentFilter filter, DateOnly today, Reference reference, IndexTables tables)
    {
        var (first, last) = filter.Days(today);
        (FirstDay, EndDay) = (first.DayNumber, last.DayNumber + 1);
        Parts = new FilterParts(filter);
        Parties = new PartyTest(filter, reference, tables);
        Sizes = new TableSizes(
            tables.Areas.Count, tables.Kinds.Count, tables.Means.Count, tables.Evidence.Count, tables.Actors.Count);
        Words = [.. TextFold.Sought(filter.Text).Select(word => new WordTest(word, reference, tables))];
        Areas = Parts.AskArea ? Table(tables.Areas.Values, Parts.FailedBy, Miss.Area) : null;
        Kinds = Parts.AskKind || Parts.AskPoint ? Table(tables.Kinds.Values, Parts.FailedBy, Miss.Kind) : null;
        Means = Parts.AskMeans ? Table(tables.Means.Values, Parts.FailedBy, Miss.Means) : null;
        Evidence = Parts.AskEvidence ? Table(tables.Evidence.Values, Parts.FailedBy, Miss.Evidence) : null;
        Tolls = Parts.AskToll ? Table(tables.Tolls.Values, Parts.FailedBy, Miss.Rest) : null;
        Points = Parts.AskPoint ? Table(tables.Points.Values, Parts.FailedBy, Miss.Rest) : null;
    }

    /// <summary>Day number of the first day.</summary>
    public int FirstDay { get; }

    /// <summary>Day number after the last day.</summary>
    public int EndDay { get; }

    /// <summary>How many codes there were when the filter was compiled: no row of its index has a later one.</summary>
    public TableSizes Sizes { get; }

    public FilterParts Parts { get; }

    public PartyTest Parties { get; }

    public IReadOnlyList<WordTest> Words { get; }

    public byte[]? Areas { get; }

    public byte[]? Kinds { get; }

    public byte[]? Means { get; }

    public byte[]? Evidence { get; }

    public byte[]? Tolls { get; }

    public byte[]? Points { get; }

    public bool AsksDatesAlone => _rented.Count == 0 && Words.Count == 0 && !Parties.Asks;

    /// <summary>Whether the filter asks about a column.</summary>
    public bool Asks(Miss column) => column switch
    {
        Miss.Area => Areas is not null,
        Miss.Kind => Kinds is not null,
        Miss.Means => Means is not null,
        Miss.Evidence => Evidence is not null,
        Miss.Parties => Parties.Asks,
        _ => true,
    };

    public void Dispose() => _rented.ForEach(table => ArrayPool<byte>.Shared.Return(table));

    private byte[] Table<T>(ReadOnlySpan<T> values, Func<T, Part> failedBy, Miss column)
    {
        var table = ArrayPool<byte>.Shared.Rent(Math.Max(values.Length, ShortCodes));
        _rented.Add(table);
        for (var code = 0; code < values.Length; code++)
        {
            table[code] = (byte)(failedBy(values[code]) == Part.None ? Miss.None : column);
        }
        return table;
    }
}

/// <summary>Numbers of codes of the columns that facets count, and of actors.</summary>
internal readonly record struct TableSizes(int Areas, int Kinds, int Means, int Evidence, int Actors);
