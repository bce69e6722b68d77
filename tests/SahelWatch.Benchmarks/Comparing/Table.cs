using System.Globalization;

namespace SahelWatch.Benchmarks.Comparing;

/// <summary>
/// The questions against the engines, in milliseconds: medians, how far they spread, each peer as so many times the
/// index and the index as a multiple of the streaming sum.
/// </summary>
internal sealed class Table(
    IReadOnlyList<Engine> engines, IReadOnlyList<Question> questions, Rounds rounds, TextWriter output)
{
    public void Write(Ratios ratios)
    {
        output.WriteLine();
        output.WriteLine(
            $"{"",-24}{"",-14}{"median",10}{"10 to 90 % of the runs",26}{"against the index",20}  allocated");
        foreach (var question in questions)
        {
            var index = rounds.Of(engines[0].Name, question)!;
            var name = question.Name;
            foreach (var engine in engines)
            {
                if (rounds.Of(engine.Name, question) is { Count: > 0 } samples)
                {
                    output.WriteLine(Line(name, engine, samples, index));
                    name = "";
                }
            }
            Note(ratios, question, index);
        }
    }

    private string Line(string question, Engine engine, Samples samples, Samples index)
    {
        var spread = $"({Short(samples.P10)} to {Short(samples.P90)})";
        var against = engine == engines[0] ? ""
            : engine is Indexing.StreamingSum ? Invariant($"index is {index.Median / samples.Median:0.0} x")
            : Invariant($"{samples.Median / index.Median:0.0} x");
        var allocated = engine == engines[0] ? Invariant($"{samples.Allocated / 1024.0,8:N0} kB") : "";
        var median = Short(samples.Median);
        return $"{question,-24}{engine.Name,-14}{median,10}{spread,26}{against,20}  {allocated}".TrimEnd();
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
