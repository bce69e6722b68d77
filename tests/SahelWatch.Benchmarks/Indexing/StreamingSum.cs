using System.Numerics;
using System.Runtime.InteropServices;
using SahelWatch.Benchmarks.Comparing;
using SahelWatch.Benchmarks.Synthetic;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Indexing;

/// <summary>
/// The physical limit: one thread adds up as many bytes as the columns hold that the index has to read for a question,
/// and does nothing else.
/// </summary>
internal sealed class StreamingSum(IncidentIndex index) : Engine
{
    private readonly int[] _numbers = [.. Enumerable.Range(0, index.Count * 8)];
    private readonly Dictionary<string, long> _bytes = [];

    public override string Name => "streaming";

    public override bool Answers(Question question) => question.Work is Work.MonthsByRegion or Work.Panels;

    public override Func<Figures> Answer(Question question)
    {
        var sum = Sum(_numbers.AsSpan(0, (int)(BytesOf(question) / sizeof(int))));
        return () => new Figures { ["sum"] = sum };
    }

    /// <summary>
    /// Columns that are shown or asked about, of the rows within the dates; for panels the latter of all other rows
    /// too, because the months leave out the dates.
    /// </summary>
    public long BytesOf(Question question)
    {
        if (!_bytes.TryGetValue(question.Name, out var bytes))
        {
            var filter = question.Filter;
            var shown = question.Work == Work.Panels
                ? Columns.Area | Columns.Kind | Columns.Means | Columns.Evidence | Columns.Parties
                : Columns.Area | Columns.Toll | Columns.Length;
            var asked = (filter.Countries.Length > 0 ? Columns.Area : 0)
                | (filter.Types.Length + filter.SubTypes.Length > 0 ? Columns.Kind : 0)
                | (filter.Actors.Length > 0 ? Columns.Parties : 0)
                | (filter.Box is not null ? Columns.Kind | Columns.Point : 0);
            var dated = (long)index.CountOf(
                new IncidentFilter { From = filter.From, To = filter.To }, SyntheticSet.Today);
            bytes = dated * Width(shown | asked)
                + (question.Work == Work.Panels ? (index.Count - dated) * Width(asked) : 0);
            _bytes[question.Name] = bytes;
        }
        return bytes;
    }

    public override void Dispose()
    {
    }

    /// <summary>Bytes of one row in some columns of <see cref="IncidentIndex"/>.</summary>
    private static int Width(Columns columns) => Enum.GetValues<Columns>().Where(one => columns.HasFlag(one))
        .Sum(one => one switch
        {
            Columns.None => 0,
            Columns.Area or Columns.Kind => 2,
            Columns.Parties => 6,
            _ => 4,
        });

    private static long Sum(ReadOnlySpan<int> numbers)
    {
        var vectors = MemoryMarshal.Cast<int, Vector<int>>(numbers);
        var (a, b, c, d) = (Vector<int>.Zero, Vector<int>.Zero, Vector<int>.Zero, Vector<int>.Zero);
        var i = 0;
        for (; i + 4 <= vectors.Length; i += 4)
        {
            a += vectors[i];
            b += vectors[i + 1];
            c += vectors[i + 2];
            d += vectors[i + 3];
        }
        for (; i < vectors.Length; i++)
        {
            a += vectors[i];
        }
        return Vector.Sum(a + b + c + d);
    }

    [Flags]
    private enum Columns
    {
        None = 0,
        Area = 1,
        Kind = 2,
        Means = 4,
        Evidence = 8,
        Parties = 16,
        Toll = 32,
        Length = 64,
        Point = 128,
    }
}
