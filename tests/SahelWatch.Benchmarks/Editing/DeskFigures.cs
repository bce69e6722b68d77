using SahelWatch.Benchmarks.Comparing;

namespace SahelWatch.Benchmarks.Editing;

/// <summary>The table of what was measured, each with the milliseconds that it may take.</summary>
internal sealed class DeskFigures(TextWriter output)
{
    public const string Head = "answer of the server, ms";

    public Ratios Ratios { get; } = new();

    public bool AreMet { get; private set; } = true;

    public void Begin() => output.WriteLine(
        $"\n{Head,-44}{"asked",8}{"median",10}{"p99",10}{"longest",10}   goal");

    /// <param name="most">For 99 of 100.</param>
    public void Tell(string name, Samples samples, double most) =>
        Tell(name, samples, samples.At(0.99) <= most, $"p99 <= {most:N0} ms");

    /// <param name="most">For every one.</param>
    public void TellLongest(string name, Samples samples, double most) =>
        Tell(name, samples, samples.At(1) <= most, $"none over {most:N0} ms");

    private void Tell(string name, Samples samples, bool isMet, string goal)
    {
        output.WriteLine($"{name,-44}{samples.Count,8}{samples.Median,10:0.0}{samples.At(0.99),10:0.0}"
            + $"{samples.At(1),10:0.0}   {(isMet ? "met" : "MISSED")} {goal}");
        AreMet &= isMet;
        var slug = Ratios.Slug($"desk {name}");
        Ratios[$"{slug}/median-ms"] = samples.Median;
        Ratios[$"{slug}/p99-ms"] = samples.At(0.99);
    }
}
