using SahelWatch.Hosting;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Shared;

/// <summary>The incidents of one actor or region over time, with the same in numbers.</summary>
public sealed record FocusTrend(Trend Trend, TrendChart Chart, TrendNames Names, string TrendsLink)
{
    /// <summary>By month up to six years, by quarter or year beyond; null where there is nothing to draw.</summary>
    public static FocusTrend? Of(FocusPage page, Text text, string title)
    {
        if (page.ShownTotal == 0)
        {
            return null;
        }
        var (index, today) = (page.View.Index, page.View.Today);
        var size = DayOf(descending: true) - DayOf(descending: false) <= 6 * 366
            ? BucketSize.Month
            : BucketSize.Quarter;
        var trend = Trend.Build(index, page.Shown, today, size);
        var chart = new TrendChartBuilder(text, page.Sentence, filter => ViewRequest.Link("/incidents", filter))
            .Build(trend, new TrendChartBuilder.Plan("trend", title, TrendMeasure.Incidents, Multiples: false, []));
        return new FocusTrend(
            trend, chart, new TrendNames(text, page.Sentence), ViewRequest.Link("/trends", page.Shown));

        int DayOf(bool descending)
        {
            var row = index.SelectPage(page.Shown with { Descending = descending, PageSize = 1 }, today)[0];
            return index[row].StartsOn.DayNumber;
        }
    }
}
