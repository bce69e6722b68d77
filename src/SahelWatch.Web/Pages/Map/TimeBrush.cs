using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Map;

/// <summary>
/// The time histogram under the map, laid out in percent of its width so that it needs no script to fit: bars over the
/// whole range, the part inside the filter's dates, years, and the political events in rows that do not overlap.
/// </summary>
public sealed class TimeBrush
{
    public const int BarHeight = 40;

    /// <summary>Rows of event marks; events that fit into none share a mark.</summary>
    public const int EventRows = 2;

    /// <summary>Room that a number and a range of numbers need, in percent of a map's usual width.</summary>
    private const double MarkPercent = 2.6;
    private const double RangePercent = 5.2;

    private readonly TimeHistogram _histogram;

    public TimeBrush(TimeHistogram histogram, ViewRequest view)
    {
        _histogram = histogram;
        if (histogram.Buckets.Count == 0)
        {
            return;
        }
        First = histogram.Buckets[0].First;
        Last = histogram.Buckets[^1].Last;
        var (from, to) = view.Filter.Days(view.Today);
        HasDates = view.Filter.From is not null || view.Filter.To is not null || view.Filter.Last is not null;
        From = from < First ? First : from;
        To = to > Last ? Last : to;
        Bars = [.. histogram.Buckets.Select(Bar)];
        Years =
        [
            .. Enumerable.Range(First.Year, Last.Year - First.Year + 1)
                .Select(year => (year, Percent(new DateOnly(year, 1, 1)))),
        ];
        Events = PoliticalCalendar.Numbered(view.Index.Reference, histogram.Events);
        Marks = Place(Events);
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    public DateOnly From { get; }

    public DateOnly To { get; }

    public bool HasDates { get; }

    public bool IsEmpty => Bars.Count == 0;

    public int Total => _histogram.Total;

    public int Selected => _histogram.Selected;

    public BucketSize Size => _histogram.Size;

    public int Greatest =>
        Math.Max(1, _histogram.Buckets.Count == 0 ? 1 : _histogram.Buckets.Max(bucket => bucket.Count));

    public IReadOnlyList<BrushBar> Bars { get; } = [];

    public IReadOnlyList<(int Year, double Percent)> Years { get; } = [];

    public IReadOnlyList<CalendarEvent> Events { get; } = [];

    public IReadOnlyList<BrushEvent> Marks { get; } = [];

    /// <summary>Where a day begins, in percent of the width.</summary>
    public double Percent(DateOnly day) =>
        Math.Round(100.0 * (day.DayNumber - First.DayNumber) / (Last.DayNumber + 1 - First.DayNumber), 3);

    private BrushBar Bar(HistogramBucket bucket)
    {
        var left = Percent(bucket.First);
        return new BrushBar(
            bucket,
            left,
            Math.Round(Percent(bucket.Last.AddDays(1)) - left, 3),
            Height(bucket.Count),
            Height(bucket.Selected));
    }

    /// <summary>At least two pixels for what is there at all.</summary>
    private double Height(int count) =>
        count == 0 ? 0 : Math.Max(2, Math.Round((double)BarHeight * count / Greatest, 1));

    private List<BrushEvent> Place(IReadOnlyList<CalendarEvent> events)
    {
        var marks = new List<BrushEvent>();
        var ends = Enumerable.Repeat(double.NegativeInfinity, EventRows).ToArray();
        foreach (var happening in events)
        {
            var at = Percent(happening.Event.StartsOn);
            var row = Array.FindIndex(ends, end => end <= at);
            if (row >= 0)
            {
                marks.Add(new BrushEvent([happening], at, row));
                ends[row] = at + MarkPercent;
                continue;
            }
            row = marks[^1].Row;
            marks[^1] = marks[^1] with { Events = [.. marks[^1].Events, happening] };
            ends[row] = marks[^1].Left + RangePercent;
        }
        return marks;
    }
}

/// <summary>One bar: place and width in percent, heights in pixels.</summary>
public sealed record BrushBar(HistogramBucket Bucket, double Left, double Width, double Height, double SelectedHeight);

/// <summary>
/// One mark: the events that share it, its place in percent and its row from the top.
/// </summary>
public sealed record BrushEvent(IReadOnlyList<CalendarEvent> Events, double Left, int Row)
{
    public string Label => CalendarEvent.Numbers(Events);

    public int Width => Events.Count == 1 ? 15 : 34;
}
