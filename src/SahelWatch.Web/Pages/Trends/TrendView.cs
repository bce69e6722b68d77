using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Trends;

/// <summary>Whether the series are drawn on top of each other or each in a panel of its own.</summary>
public enum TrendLayout
{
    Stacked,
    Multiples,
}

/// <summary>Whether political events are drawn as lines.</summary>
public enum EventLines
{
    Yes,
    No,
}

/// <summary>How a trend is asked for in the address: the same keys on the page, in the files and in the API.</summary>
public sealed record TrendView(
    BucketSize Size, TrendSplit Split, TrendMeasure Measure, TrendLayout Layout, EventLines Events)
{
    public static readonly IReadOnlyCollection<string> Keys = ["by", "split", "measure", "layout", "events"];

    /// <summary>The same keys for the API's description.</summary>
    public static readonly QueryKey[] Described =
    [
        QueryKey.Of<BucketSize>("by", "Width of a column; what fits the span where absent"),
        QueryKey.Of<TrendSplit>("split", "What the series are"),
        QueryKey.Of<TrendMeasure>("measure", "What the page and its drawing show; answers hold all measures"),
        QueryKey.Of<TrendLayout>("layout", "How the page and its drawing lay the series out"),
        QueryKey.Of<EventLines>("events", "Whether the page and its drawing show political events"),
    ];

    /// <summary>Reads the keys and reports what cannot be read, and a step that gives too many columns.</summary>
    public static TrendView Read(ViewRequest request)
    {
        var range = Trend.RangeOf(request.Index, request.Filter, request.Today);
        var view = new TrendView(
            request.Choice("by", Trend.SizeFor(range)),
            request.Choice("split", TrendSplit.None),
            request.Choice("measure", TrendMeasure.Incidents),
            request.Choice("layout", TrendLayout.Stacked),
            request.Choice("events", EventLines.Yes));
        var buckets = range is { } days ? TimeBucket.Count(days.First, days.Last, view.Size) : 0;
        if (buckets > Trend.MostBuckets)
        {
            request.Report(new Problem("by", Code.Of(view.Size), "FewerBuckets", $"{buckets}", $"{Trend.MostBuckets}"));
        }
        return view;
    }

    public Trend Build(ViewRequest request) =>
        Trend.Build(request.Index, request.Filter, request.Today, Size, Split);

    public IReadOnlyList<CalendarEvent> EventsOf(Trend trend, Reference reference) =>
        Events == EventLines.No || trend.Buckets.Count == 0
            ? []
            : PoliticalCalendar.Numbered(reference, PoliticalCalendar.Between(
                reference, trend.Filter, trend.Buckets[0].First, trend.Buckets[^1].Last));

    /// <summary>Such as "Number of deaths by month and region: Political violence, in Mali".</summary>
    public string Title(Text text, IncidentFilter filter, FilterSentence sentence)
    {
        var chart = text[
            Split == TrendSplit.None ? "Trends.ChartTitle" : "Trends.ChartTitleSplit",
            text[$"Trends.NumberOf.{Measure}"], text[$"Trends.By.{Size}"], text[$"Trends.SplitBy.{Split}"]];
        return filter.IsEverything ? chart : text["Trends.ChartOf", chart, sentence.Write(filter)];
    }
}
