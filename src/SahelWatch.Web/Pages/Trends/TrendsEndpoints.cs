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
        app.MapGet("/api/v1/trends", Trends)
            .WithSummary("Incidents and deaths by week, month, quarter or year, split into series.");
        app.MapGet("/api/v1/histogram", Histogram)
            .WithSummary("Incidents over the whole time of the data, and how many the filter's dates select.");
        app.MapGet("/trends.csv", Csv).RequireRateLimiting(Limits.Files).ExcludeFromDescription();
        app.MapGet("/trends.svg", Svg).RequireRateLimiting(Limits.Files).ExcludeFromDescription();
        return app;
    }

    private static Results<Ok<TrendAnswer>, StatusCodeHttpResult, ProblemHttpResult> Trends(
        HttpContext context, Text text)
    {
        var request = ViewRequest.Read(context, TrendView.Keys);
        var view = TrendView.Read(request);
        if (!request.IsValid)
        {
            return ApiResults.BadFilter(request.Problems, text);
        }
        if (ApiResults.IsNotModified(context, request, view.Size, view.Split))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }
        return TypedResults.Ok(TrendAnswer.Of(view.Build(request), Names(request, text)));
    }

    private static Results<Ok<HistogramAnswer>, StatusCodeHttpResult, ProblemHttpResult> Histogram(
        HttpContext context, Text text)
    {
        var request = ViewRequest.Read(context, "by");
        var histogram = TimeHistogram.Build(request.Index, request.Filter, request.Today);
        var size = request.Choice("by", histogram.Size);
        if (!request.IsValid)
        {
            return ApiResults.BadFilter(request.Problems, text);
        }
        if (size != histogram.Size)
        {
            var range = Trend.RangeOf(request.Index, IncidentFilter.Everything, request.Today);
            var buckets = range is { } days ? TimeBucket.Count(days.First, days.Last, size) : 0;
            if (buckets > Trend.MostBuckets)
            {
                return ApiResults.BadFilter(
                    [new Problem("by", Code.Of(size), "FewerBuckets", $"{buckets}", $"{Trend.MostBuckets}")], text);
            }
            histogram = TimeHistogram.Build(request.Index, request.Filter, request.Today, size);
        }
        return ApiResults.IsNotModified(context, request, size)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(HistogramAnswer.Of(histogram));
    }

    private static async Task<Results<FileContentHttpResult, StatusCodeHttpResult, ProblemHttpResult>> Csv(
        HttpContext context, Text text, CancellationToken cancellationToken)
    {
        var request = ViewRequest.Read(context, TrendView.Keys);
        var view = TrendView.Read(request);
        if (!request.IsValid)
        {
            return ApiResults.BadFilter(request.Problems, text);
        }
        if (ApiResults.IsNotModified(context, request, view))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }
        var trend = view.Build(request);
        var sentence = Sentence(request, text);
        var names = new TrendNames(text, sentence);
        var title = view.Title(text, request.Filter, sentence);
        using var file = new MemoryStream();
        var head = Head(context, request, trend, title, text);
        await TrendCsv.WriteAsync(file, head, trend, one => names.Series(trend.Split, one), cancellationToken);
        return TypedResults.File(file.ToArray(), "text/csv; charset=utf-8", FileName.Of(title, "csv"));
    }

    private static Results<FileContentHttpResult, StatusCodeHttpResult, ProblemHttpResult> Svg(
        HttpContext context, Text text)
    {
        var request = ViewRequest.Read(context, TrendView.Keys);
        var view = TrendView.Read(request);
        if (!request.IsValid)
        {
            return ApiResults.BadFilter(request.Problems, text);
        }
        if (ApiResults.IsNotModified(context, request, view))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }
        var trend = view.Build(request);
        var sentence = Sentence(request, text);
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
                Provenance.Of(request, []).Words(text)],
            head.Url,
            head.Licence,
        ]);
        return TypedResults.File(
            Encoding.UTF8.GetBytes(svg), "image/svg+xml; charset=utf-8", FileName.Of(title, "svg"));
    }

    private static FilterSentence Sentence(ViewRequest request, Text text) =>
        new(request.Index.Reference, key => text[key], CultureInfo.CurrentCulture);

    private static TrendNames Names(ViewRequest request, Text text) => new(text, Sentence(request, text));

    private static ExportHead Head(HttpContext context, ViewRequest request, Trend trend, string title, Text text)
    {
        var site = $"{context.Request.Scheme}://{context.Request.Host}";
        var pairs = QueryPairs.Read(request.Query).Where(pair => TrendView.Keys.Contains(pair.Key));
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
