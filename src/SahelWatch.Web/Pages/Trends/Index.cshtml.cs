using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Trends;

/// <summary>Incidents or deaths over time, as a chart and as the table that says the same.</summary>
public sealed class IndexModel(Text text) : FilteredPage(text)
{
    public override string Path => "/trends";

    public TrendView Chosen { get; private set; } = null!;

    /// <summary>Null while the address has problems.</summary>
    public Trend? Trend { get; private set; }

    public TrendChart Chart { get; private set; } = null!;

    public TrendTable Table { get; private set; } = null!;

    /// <summary>Incidents of the same filter that are not political violence: shown or left out.</summary>
    public int NotViolence { get; private set; }

    protected override IReadOnlyCollection<string> ViewKeys => TrendView.Keys;

    public IEnumerable<ViewOption> Options =>
    [
        Option("Measure", "measure", Chosen.Measure, TrendMeasure.Incidents),
        Option("Step", "by", Chosen.Size, null),
        Option("Split", "split", Chosen.Split, TrendSplit.None),
        .. Chosen.Split == TrendSplit.None || Trend?.Overlaps == true
            ? Array.Empty<ViewOption>()
            : [Option("Layout", "layout", Chosen.Layout, TrendLayout.Stacked)],
        Option("Events", "events", Chosen.Events, EventLines.Yes),
    ];

    /// <summary>The chart's settings in one line, for print.</summary>
    public string Settings => string.Join("; ", Options.Select(option =>
        Text["Trends.Setting", option.Name, option.Choices.First(choice => choice.IsChosen).Name]));

    public string ToggleViolence =>
        Link(View.Filter with { PoliticalViolenceOnly = !View.Filter.PoliticalViolenceOnly });

    public Downloads Downloads => Downloads.Incidents(
        this,
        new Download(Text["Trends.File.Csv"], ViewRequest.Link("/trends.csv", View.Filter.Selection, ViewPairs)),
        new Download(Text["Trends.File.Svg"], ViewRequest.Link("/trends.svg", View.Filter.Selection, ViewPairs)));

    public string Calendar => ViewRequest.Link("/calendar", View.Filter);

    public string List(IncidentFilter filter) => ViewRequest.Link("/incidents", filter);

    public void OnGet()
    {
        if (!View.IsValid)
        {
            return;
        }
        Trend = Chosen.Build(View);
        Chart = new TrendChartBuilder(Text, Sentence, List).Build(Trend, new TrendChartBuilder.Plan(
            "trend",
            Chosen.Title(Text, View.Filter, Sentence),
            Chosen.Measure,
            Chosen.Layout == TrendLayout.Multiples,
            Chosen.EventsOf(Trend, View.Index.Reference)));
        Table = TrendTable.Build(Trend, Chosen.Measure, new TrendNames(Text, Sentence), List);
        NotViolence = View.Index.CountOf(View.Filter with { PoliticalViolenceOnly = false }, View.Today)
            - View.Index.CountOf(View.Filter with { PoliticalViolenceOnly = true }, View.Today);
    }

    protected override void ReadView() => Chosen = TrendView.Read(View);

    private ViewOption Option<T>(string name, string key, T chosen, T? fallback) where T : struct, Enum => new(
        Text[$"Trends.Option.{name}"],
        [
            .. Enum.GetValues<T>().Select(value => new ViewChoice(
                Text[$"Trends.{name}.{value}"],
                LinkView(key, value.Equals(fallback) ? null : Code.Of(value)),
                value.Equals(chosen))),
        ]);
}

/// <summary>One of the chart's settings and the links that change it.</summary>
public sealed record ViewOption(string Name, IReadOnlyList<ViewChoice> Choices);

/// <summary>One value of a setting.</summary>
public sealed record ViewChoice(string Name, string Link, bool IsChosen);
