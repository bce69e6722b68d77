using System.Globalization;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Shared;

/// <summary>Lays a trend out as a chart in the reader's language.</summary>
/// <param name="link">Address of the list of a filter's incidents; null for a drawing without links.</param>
public sealed class TrendChartBuilder(Text text, FilterSentence sentence, Func<IncidentFilter, string>? link)
{
    private const double Right = 99.5;
    private const int EventRoom = 18;
    private const int AxisRoom = 22;

    /// <summary>Percent of the width that an event label may need at the least width a panel has.</summary>
    private const double LabelRoom = 7;
    private const double SmallLabelRoom = 16;

    private const double LeastBand = 0.5;

    /// <summary>More events would bury a small panel's columns: there they are notches on its upper edge.</summary>
    private const int MostLinesInPanel = 8;

    /// <summary>Heights in pixels; the style sheet gives <c>.plot-fluid</c> the same.</summary>
    public const int Height = 280;
    public const int SmallHeight = 152;

    /// <summary>What to draw of the trend, and how.</summary>
    public sealed record Plan(
        string Id, string Title, TrendMeasure Measure, bool Multiples, IReadOnlyList<CalendarEvent> Events);

    private readonly TrendNames _names = new(text, sentence);

    public TrendChart Build(Trend trend, Plan plan)
    {
        var isSplit = trend.Split != TrendSplit.None;
        var multiples = isSplit && (plan.Multiples || trend.Overlaps);
        var drawn = trend.Drawn;
        var events = trend.Buckets.Count == 0 ? [] : plan.Events
            .Where(one => one.Event.StartsOn >= trend.Buckets[0].First && one.Event.StartsOn <= trend.Buckets[^1].Last)
            .ToList();
        var scale = ValueScale.For(multiples
            ? drawn.SelectMany(series => series.Figures).Select(figure => figure.MostOf(plan.Measure))
            : trend.Totals.Select(figure => figure.MostOf(plan.Measure)));
        return new TrendChart
        {
            Id = plan.Id,
            Title = ChartSvg.Printable(plan.Title),
            Measure = plan.Measure,
            Summary = Summary(trend, plan, events.Count),
            Keys = isSplit && !multiples ? [.. drawn.Select((series, i) => Key(trend, series, i, plan.Measure))] : [],
            Events = [.. events.Select(one => new ChartEvent(
                one.Number, _names.Day(one.Event), one.Event.Title,
                sentence.ValueName("country", one.Event.CountryCode)))],
            Notes = _names.Notes(trend, plan.Measure, multiples),
            Panels = multiples
                ? [.. drawn.Select((series, i) => Panel(trend, plan, events, scale, [series], i))]
                : [Panel(trend, plan, events, scale, drawn, null)],
        };
    }

    private ChartPanel Panel(
        Trend trend,
        Plan plan,
        List<CalendarEvent> events,
        ValueScale scale,
        IReadOnlyList<TrendSeries> series,
        int? small)
    {
        var alone = small is null ? null : series[0];
        var left = small is null ? 6.0 : 13.0;
        var height = small is null ? Height : SmallHeight;
        var top = events.Count > 0 ? EventRoom : 8;
        var baseline = height - AxisRoom;
        var plot = baseline - top;
        var step = (Right - left) / Math.Max(1, trend.Buckets.Count);
        double Y(int value) => baseline - plot * (double)value / scale.Top;
        double X(DateOnly day) => left + step * Place(trend, day);
        var eventXs = events.ConvertAll(one => X(one.Event.StartsOn));
        var total = alone?.Total ?? trend.Total;
        return new ChartPanel(
            $"{plan.Id}-{small ?? 0}",
            alone is null ? "" : _names.Series(trend.Split, alone),
            _names.Figure(total, plan.Measure),
            alone is null ? Summary(trend, plan, events.Count) : _names.PanelSummary(trend, alone, plan.Measure),
            alone is null ? null : link?.Invoke(alone.Filter),
            height,
            left,
            baseline,
            Bars(trend, plan.Measure, series, left, step, Y, alone is not null),
            plan.Measure == TrendMeasure.Deaths ? Whiskers(alone?.Figures ?? trend.Totals, left, step, Y) : [],
            [.. scale.Ticks.Select(value => new ChartTick(Y(value), value.ToString("N0", CultureInfo.CurrentCulture)))],
            [
                .. _names.TimeTicks(trend, small is null ? 9 : 4)
                    .Select(tick => new ChartTick(left + step * (tick.Bucket + 0.5), tick.Label)),
            ],
            [.. events.Where(one => one.IsWindow).Select(one => Band(X(one.Days.First), X(one.Days.Last.AddDays(1))))],
            [.. events.Where(one => !one.IsWindow).Select(one => X(one.Event.StartsOn)).Distinct()],
            small is not null && events.Count > MostLinesInPanel ? EventRoom + 4 : baseline,
            EventLabels(events, eventXs, small is null ? LabelRoom : SmallLabelRoom));
    }

    private List<ChartBar> Bars(
        Trend trend,
        TrendMeasure measure,
        IReadOnlyList<TrendSeries> series,
        double left,
        double step,
        Func<int, double> y,
        bool isAlone)
    {
        var bars = new List<ChartBar>();
        var below = new int[trend.Buckets.Count];
        for (var s = 0; s < series.Count; s++)
        {
            var one = trend.Split == TrendSplit.None ? null : series[s];
            var largest = series.Count < 2 ? -1 : Largest(series[s].Figures, measure);
            for (var i = 0; i < below.Length; i++)
            {
                var value = series[s].Figures[i].Of(measure);
                if (value == 0)
                {
                    continue;
                }
                var (bottom, top) = (y(below[i]), y(below[i] + value));
                var bucket = trend.Buckets[i];
                bars.Add(new ChartBar(
                    left + step * (i + 0.08), top, step * 0.84, bottom - top, Number(trend, series[s], isAlone ? 0 : s),
                    trend.IsPartial(bucket), i == largest && bottom - top >= 13 ? Letter(s) : null,
                    _names.Bar(trend.Split, one, bucket, series[s].Figures[i], measure),
                    link?.Invoke(trend.FilterOf(bucket, one))));
                below[i] += value;
            }
        }
        return bars;
    }

    private static List<ChartWhisker> Whiskers(
        IReadOnlyList<TrendFigure> figures, double left, double step, Func<int, double> y)
    {
        var whiskers = new List<ChartWhisker>();
        for (var i = 0; i < figures.Count; i++)
        {
            if (figures[i].High > figures[i].Low)
            {
                whiskers.Add(new ChartWhisker(left + step * (i + 0.5), y(figures[i].Low), y(figures[i].High)));
            }
        }
        return whiskers;
    }

    /// <summary>Numbers of neighbouring lines share one label, such as 3–5, so that labels never overlap.</summary>
    private static List<ChartTick> EventLabels(List<CalendarEvent> events, List<double> xs, double room)
    {
        var labels = new List<ChartTick>();
        for (var first = 0; first < xs.Count;)
        {
            var last = first;
            while (last + 1 < xs.Count && xs[last + 1] - xs[first] < room)
            {
                last++;
            }
            labels.Add(new ChartTick(xs[first], CalendarEvent.Numbers(events[first..(last + 1)])));
            first = last + 1;
        }
        return labels;
    }

    /// <summary>Wide enough to be seen.</summary>
    private static ChartBand Band(double from, double to) => new(from, Math.Max(LeastBand, to - from));

    private ChartKey Key(Trend trend, TrendSeries series, int position, TrendMeasure measure) => new(
        Number(trend, series, position), Letter(position), _names.Series(trend.Split, series),
        _names.Figure(series.Total, measure), link?.Invoke(series.Filter));

    private string Summary(Trend trend, Plan plan, int events) => _names.Summary(trend, plan.Measure, events);

    /// <summary>Where a day begins, in buckets from the left; days outside lie on the edge.</summary>
    private static double Place(Trend trend, DateOnly day)
    {
        if (day <= trend.Buckets[0].First)
        {
            return 0;
        }
        if (day > trend.Buckets[^1].Last)
        {
            return trend.Buckets.Count;
        }
        var number = TimeBucket.Number(day, trend.Size) - TimeBucket.Number(trend.Buckets[0].First, trend.Size);
        var bucket = trend.Buckets[number];
        var days = bucket.Last.DayNumber - bucket.First.DayNumber + 1;
        return number + (double)(day.DayNumber - bucket.First.DayNumber) / days;
    }

    /// <summary>Event types keep the colours they have on the map; the rest follow the order of the stack.</summary>
    private static int Number(Trend trend, TrendSeries series, int position) =>
        trend.Split == TrendSplit.Type && series.Values is [var code] && Code.TryParse<EventType>(code, out var type)
            ? type switch
            {
                EventType.Battles => 1,
                EventType.Explosions => 2,
                EventType.Protests => 3,
                EventType.ViolenceAgainstCivilians => 4,
                EventType.Riots => 5,
                _ => 6,
            }
            : position + 1;

    private static string Letter(int position) => ((char)('A' + position)).ToString();

    private static int Largest(IReadOnlyList<TrendFigure> figures, TrendMeasure measure)
    {
        var largest = 0;
        for (var i = 1; i < figures.Count; i++)
        {
            largest = figures[i].Of(measure) > figures[largest].Of(measure) ? i : largest;
        }
        return largest;
    }
}
