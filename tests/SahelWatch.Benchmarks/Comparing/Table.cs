using System.Globalization;

namespace SahelWatch.Benchmarks.Comparing;

/// <summary>The questions against the engines: medians, how far they spread, and each peer as so many times the index.</summary>
internal sealed class Table(
    IReadOnlyList<Engine> engines, IReadOnlyList<Question> questions, Rounds rounds, TextWriter output)
{
    private const int NameWidth = 24;
    private const int CellWidth = 33;

    public void Write(Ratios ratios)
    {
        output.WriteLine();
        output.WriteLine("Milliseconds: median (10th to 90th percentile); each peer also as times the index, streaming as a part");
        output.WriteLine("of it; last what one query of the index allocates.");
        output.WriteLine(
            "".PadRight(NameWidth) + string.Concat(engines.Select(engine => engine.Name.PadLeft(CellWidth))));
        foreach (var question in questions)
        {
            var index = rounds.Of(engines[0].Name, question)!;
            output.WriteLine(question.Name.PadRight(NameWidth)
                + string.Concat(engines.Select(engine => Cell(engine, question, index).PadLeft(CellWidth)))
                + $"  {index.Allocated / 1024.0,9:N1} kB");
            Note(ratios, question, index);
        }
    }

    private string Cell(Engine engine, Question question, Samples index)
    {
        if (rounds.Of(engine.Name, question) is not { Count: > 0 } samples)
        {
            return "-";
        }
        var times = engine == engines[0] ? ""
            : engine is Indexing.StreamingSum ? Invariant($" 1/{index.Median / samples.Median:0.0}")
            : Invariant($"{samples.Median / index.Median,8:0.0}x");
        return Invariant($"{Short(samples.Median)} ({Short(samples.P10)} to {Short(samples.P90)}){times}");
    }

    private void Note(Ratios ratios, Question question, Samples index)
    {
        var name = Ratios.Slug(question.Name);
        ratios[$"{name}/ms"] = index.Median;
        ratios[$"{name}/kb-allocated"] = index.Allocated / 1024.0;
        foreach (var engine in engines.Skip(1))
        {
            if (rounds.Of(engine.Name, question) is not { Count: > 0 } samples)
            {
                continue;
            }
            var isLimit = engine is Indexing.StreamingSum;
            ratios[$"{name}/{(isLimit ? "of-streaming" : Ratios.Slug(engine.Name))}"] =
                isLimit ? index.Median / samples.Median : samples.Median / index.Median;
        }
    }

    private static string Short(double value) => value switch
    {
        < 1 => Invariant($"{value:0.000}"),
        < 10 => Invariant($"{value:0.00}"),
        < 100 => Invariant($"{value:0.0}"),
        _ => Invariant($"{value:N0}"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
