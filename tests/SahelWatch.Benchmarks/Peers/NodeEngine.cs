using System.Diagnostics;
using System.Text.Json;
using SahelWatch.Benchmarks.Comparing;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Peers;

/// <summary>
/// A JavaScript peer in a process of its own, with the data already there. crossfilter2 changes from no filter to the
/// question's and keeps the panels of single values; supercluster clusters anew for each filter.
/// </summary>
internal sealed class NodeEngine : Engine
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    private readonly SqlCodes _codes;
    private readonly Process _process;

    public NodeEngine(string name, string folder, SqlCodes codes)
    {
        (Name, _codes) = (name, codes);
        var script = Path.Combine(AppContext.BaseDirectory, "Peers", "peers.mjs");
        string[] arguments = ["--max-old-space-size=8000", script, name, folder, folder];
        _process = Process.Start(new ProcessStartInfo("node", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Hear();
    }

    public override string Name { get; }

    public override bool GivesAll => false;

    public override bool Answers(Question question) => Name == "supercluster"
        ? question.Work == Work.Cells
        : question.Work is Work.MonthsByRegion or Work.Panels;

    public override void Prepare(Question question) => Say("reset", null);

    public override Func<Figures> Answer(Question question)
    {
        var filter = question.Filter;
        var (first, last) = filter.Days(Synthetic.SyntheticSet.Today);
        var actors = NodeColumns.Halves(
            filter.Actors.Aggregate(0L, (bits, slug) => bits | 1L << _codes.Actor(slug)));
        var view = question.Map is null ? default : question.View;
        Say("ask", new
        {
            Work = question.Work == Work.MonthsByRegion ? "months" : "panels",
            Filter = new
            {
                From = first.DayNumber,
                To = last.DayNumber,
                Countries = filter.Countries.Select(_codes.Country),
                Types = filter.Types.Select(type => (int)type),
                Subtypes = filter.SubTypes.Select(type => (int)type),
                ActorsLow = actors.Low,
                ActorsHigh = actors.High,
                Box = filter.Box is { } box ? Edges(box) : null,
            },
            View = Edges(view),
            question.Map?.Zoom,
        });
        return () => Read(Say("tell", null));
    }

    public override void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private Figures Read(JsonElement told)
    {
        if (told.TryGetProperty("placed", out var placed))
        {
            return new Figures { ["placed"] = placed.GetInt64() };
        }
        if (told.TryGetProperty("rows", out var rows))
        {
            return SqlFigures.MonthsByRegion(rows.Deserialize<long[]>()!, _codes);
        }
        var panels = told.GetProperty("panels").Deserialize<Dictionary<string, long[]>>()!;
        return SqlFigures.Panels(
            told.GetProperty("total").GetInt64(),
            [.. Panels.All.Select(panel => panels.GetValueOrDefault(panel.Column(), []))], _codes);
    }

    private JsonElement Say(string verb, object? question)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(new { verb, question }, CamelCase));
        _process.StandardInput.Flush();
        return Hear();
    }

    private JsonElement Hear() => _process.StandardOutput.ReadLine() is { } line
        ? JsonDocument.Parse(line).RootElement
        : throw new InvalidOperationException($"{Name} has ended.");

    private static double[] Edges(BoundingBox box) => [box.West, box.South, box.East, box.North];
}
