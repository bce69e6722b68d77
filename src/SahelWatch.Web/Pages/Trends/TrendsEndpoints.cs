using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using SahelWatch.Exporting;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Trends;

/// <summary>The page's figures as data and files: the same query string gives the same numbers.</summary>
public static class TrendsEndpoints
{
    public static IEndpointRouteBuilder MapTrends(this IEndpointRouteBuilder app)
    {
        app.MapRead("/api/v1/trends", Trends).IsKept().TakesFilter(TrendView.Described).WithTags("Trends")
            .WithSummary("Incidents and deaths by week, month, quarter or year, split into series.");
        app.MapRead("/api/v1/histogram", Histogram).IsKept().TakesFilter(TrendView.Described[0]).WithTags("Trends")
            .WithSummary("Incidents over the whole time of the data, and how many the filter's dates select.");
        app.MapRead("/trends.csv", Csv).IsFile("text/csv").TakesFilter(TrendView.Described)
            .WithSummary("The series as a table.");
        app.MapRead("/trends.svg", Svg).IsFile("image/svg+xml").IsKept().TakesFilter(TrendView.Described)
            .WithSummary("The chart as a drawing.");
        return app;
    }

    private static Results<Ok<TrendAnswer>, Refusal> Trends(
        HttpContext context, Text text)
    {
        var request = ViewRequest.Read(context, TrendView.Keys);
        var view = TrendView.Read(request);
        if (Refusal.Of(context, request, text, view.Size, view.Split) is { } refusal)
        {
            return refusal;
        }
        return TypedResults.Ok(TrendAnswer.Of(request, view.Build(request), text));
    }

    private static Results<Ok<HistogramAnswer>, Refusal> Histogram(
        HttpContext context, Text text)
    {
        var request = ViewRequest.Read(context, "by");
        BucketSize? size = request.One("by") is null ? null : request.Choice("by", BucketSize.Month);
        if (size is { } asked && Trend.RangeOf(request.Index, IncidentFilter.Everything, request.Today) is { } days
            && TimeBucket.Count(days.First, days.Last, asked) is var buckets and > Trend.MostBuckets)
        {
            request.Report(new Problem("by", Code.Of(asked), "FewerBuckets", $"{buckets}", $"{Trend.MostBuckets}"));
        }
        if (Refusal.Of(context, request, text, size) is { } refusal)
        {
            return refusal;
        }
        var histogram = TimeHistogram.Build(request.Index, request.Filter, request.Today, size);
        return TypedResults.Ok(HistogramAnswer.Of(request, histogram, text));
    }

    private static async Task<Results<FileContentHttpResult, Refusal>> Csv(
        HttpContext context, Text text, CancellationToken cancellationToken)
    {
        var request = ViewRequest.Read(context, TrendView.Keys);
        var view = TrendView.Read(request);
        if (Refusal.Of(context, request, text, view) is { } refusal)
        {
            return refusal;
        }
        var trend = view.Build(request);
        var sentence = request.Sentence(text);
        var names = new TrendNames(text, sentence);
        var title = view.Title(text, request.Filter, sentence);
        using var file = new MemoryStream();
        var head = Head(context, request, trend, title, text);
        await TrendCsv.WriteAsync(file, head, trend, one => names.Series(trend.Split, one), cancellationToken);
        return TypedResults.File(file.ToArray(), "text/csv; charset=utf-8", FileName.Of(title, "csv"));
    }

    private static Results<FileContentHttpResult, Refusal> Svg(
        HttpContext context, Text text)
    {
        var request = ViewRequest.Read(context, TrendView.Keys);
        var view = TrendView.Read(request);
        if (Refusal.Of(context, request, text, view) is { } refusal)
        {
            return refusal;
        }
        var trend = view.Build(request);
        var sentence = request.Sentence(text);
        var title = view.Title(text, request.Filter, sentence);
        var chart = new TrendChartBuilder(text, sentence, null).Build(trend, new TrendChartBuilder.Plan(
            "trend",
            title,
            view.Measure,
            view.Layout == TrendLayout.Multiples,
            view.EventsOf(trend, request.Index.Reference)));
        var head = Head(context, request, trend, title, text);
        var svg = TrendSvg.Write(chart, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        [
            text["Trends.Foot.Counted",
                text.Count("Trends.Incidents", trend.Total.Incidents),
                Provenance.Of(request).Words(text)],
            head.Url,
            head.Licence,
        ]);
        return TypedResults.File(
            Encoding.UTF8.GetBytes(svg), "image/svg+xml; charset=utf-8", FileName.Of(title, "svg"));
    }

    private static ExportHead Head(HttpContext context, ViewRequest request, Trend trend, string title, Text text)
    {
        var site = $"{context.Request.Scheme}://{context.Request.Host}";
        var pairs = ViewRequest.OwnPairs(request.Query).Where(pair => TrendView.Keys.Contains(pair.Key));
        return new ExportHead(
            title,
            FilterGrammar.Write(trend.Filter),
            site + ViewRequest.Link("/trends", trend.Filter, pairs),
            trend.Total.Incidents,
            request.Index.AsOf,
            text["Trends.Licence", $"{site}/about#licences"],
            $"{site}/about/codebook");
    }
}
