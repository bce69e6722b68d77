using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using SahelWatch.Hosting;
using SahelWatch.Importing;
using SahelWatch.Incidents;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Map;

/// <summary>What the map asks for, and the map as a drawing.</summary>
public static class MapEndpoints
{
    private const string VersionKey = "v";

    public static IServiceCollection AddMap(this IServiceCollection services) => services.AddSingleton<BoundaryFile>();

    public static IEndpointRouteBuilder MapMap(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").WithTags("Map");
        api.MapRead("/map", Viewport)
            .IsKept().TakesFilter(
                new QueryKey("box", "Viewport as west,south,east,north; nearly all that can be placed where absent"),
                new QueryKey("zoom", $"Web map zoom level, {MapCells.LeastZoom} to {MapCells.MostZoom}"))
            .WithSummary("Cells, areas and the first incidents of one viewport.");
        api.MapRead("/map/time", OverTime).IsKept()
            .TakesFilter(
                new QueryKey("box", "Viewport as for /api/v1/map"),
                new QueryKey("zoom", "Zoom level as for /api/v1/map"),
                QueryKey.Of<BucketSize>("by", "Length of a bucket; months where absent"))
            .WithSummary("The cells and areas of one viewport by week, month, quarter or year.");
        api.MapRead("/map/area/{code}", Area).IsKept().TakesFilter().ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Incidents of a region or country that have no better place.");
        api.MapRead("/map/regions", Regions)
            .IsKept().TakesFilter(QueryKey.Of<MapMeasure>("measure", "What regions are shaded by"))
            .WithSummary("Values by region and the classes to shade them by.");
        api.MapRead("/map/incident/{number:int}", Popup).TakesNoFilter().ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("What a popup tells of one incident.");
        api.MapRead("/boundaries", Boundaries)
            .TakesNoFilter(
                new QueryKey(VersionKey, "The version wanted; an answer of that version may be kept for good"))
            .Produces<BoundariesAnswer>()
            .WithSummary("Shapes and names of countries, regions and neighbours, as GeoJSON.");
        app.MapRead("/map.svg", Drawing).IsFile("image/svg+xml").IsKept().TakesFilter(MapChoices.Described)
            .WithSummary("The map as a drawing.");
        return app;
    }

    private static async Task<Results<Ok<MapAnswer>, Refusal>> Viewport(
        HttpContext context, IncidentLines incidents, Text text, CancellationToken cancellationToken)
    {
        var view = ViewRequest.Read(context, "box", "zoom");
        var (frame, level) = ReadViewport(view);
        if (Refusal.Of(context, view, text, frame, level) is { } refusal)
        {
            return refusal;
        }
        var colours = new ActorColours(view.Index, view.Filter);
        var map = MapCells.Gather(view.Index, view.Filter, view.Today, colours, frame, level);
        var words = new MapWords(text, view.Index.Reference);
        var named = map.Listed.Select(one => one.Row).Concat(map.Cells.Select(cell => cell.Row).OfType<int>());
        var lines = await MapLines.LoadAsync(incidents, view.Index, named, colours, text, cancellationToken);
        return TypedResults.Ok(new MapAnswer(
            view.Head(text, map.Total),
            map.InView,
            map.WithoutPlace,
            words.Status(map),
            CellColumns.Of(map.Cells, level),
            [
                .. map.Cells.Index().Where(one => one.Item.Row is not null)
                    .Select(one => Answer(one.Index, one.Item.Row!.Value, view.Index, colours, words, lines)),
            ],
            [.. map.Areas.Select(area => Answer(area, view.Index.Reference, words))],
            [.. map.Listed.Select(one => lines.Of(one.Row, one.Cell))],
            words.LeftOut(map, view.Filter, frame)));
    }

    private static Results<Ok<MapTimesAnswer>, Refusal> OverTime(HttpContext context, Text text)
    {
        var view = ViewRequest.Read(context, "box", "zoom", "by");
        var (frame, level) = ReadViewport(view);
        var size = view.Choice("by", BucketSize.Month);
        if (Trend.RangeOf(view.Index, view.Filter, view.Today) is { } days
            && TimeBucket.Count(days.First, days.Last, size) is var buckets and > Trend.MostBuckets)
        {
            view.Report(new Problem("by", Code.Of(size), "FewerBuckets", $"{buckets}", $"{Trend.MostBuckets}"));
        }
        if (Refusal.Of(context, view, text, frame, level, size) is { } refusal)
        {
            return refusal;
        }
        var colours = new ActorColours(view.Index, view.Filter);
        var times = MapCells.GatherInTime(view.Index, view.Filter, view.Today, colours, frame, level, size);
        var words = new MapWords(text, view.Index.Reference);
        return TypedResults.Ok(MapTimesAnswer.Of(view, times, size, level, words, text));
    }

    private static async Task<Results<Ok<AreaListAnswer>, ProblemHttpResult, Refusal>> Area(
        string code, HttpContext context, IncidentLines incidents, Text text, CancellationToken cancellationToken)
    {
        var view = ViewRequest.Read(context);
        var region = view.Index.Reference.Region(code);
        if ((region?.CountryCode ?? view.Index.Reference.Country(code)?.Code) is not { } country)
        {
            return ApiResults.NotFound(text["Regions.UnknownCode", code]);
        }
        if (Refusal.Of(context, view, text) is { } refusal)
        {
            return refusal;
        }
        var colours = new ActorColours(view.Index, view.Filter);
        var words = new MapWords(text, view.Index.Reference);
        var own = Narrowed(view.Filter, country, region?.Code ?? IncidentFilter.NoRegion);
        var count = own is null ? 0 : view.Index.CountOf(own, view.Today);
        var narrowed = count == 0 ? view.Filter : own!;
        var page = narrowed with { Page = 1, PageSize = MapLines.Most };
        var shown = count == 0 ? [] : view.Index.SelectPage(page, view.Today);
        var found = new MapArea(country, region?.Code, new TrendFigure { Incidents = count });
        var lines = await MapLines.LoadAsync(incidents, view.Index, shown, colours, text, cancellationToken);
        return TypedResults.Ok(new AreaListAnswer(
            view.Head(text, count, narrowed.Selection),
            code,
            words.AreaName(found),
            words.Label(found),
            [.. shown.Select(row => lines.Of(row))]));
    }

    private static Results<Ok<ShadedRegionsAnswer>, Refusal> Regions(HttpContext context, Text text)
    {
        var view = ViewRequest.Read(context, "measure");
        var measure = view.Choice("measure", MapMeasure.Count);
        return Refusal.Of(context, view, text, measure) is { } refusal
            ? refusal
            : TypedResults.Ok(RegionsShading.Of(view, measure, text).Answer());
    }

    private static async Task<Results<Ok<PopupAnswer>, ProblemHttpResult, Refusal>> Popup(
        int number, HttpContext context, IncidentLines incidents, Text text, CancellationToken cancellationToken)
    {
        var view = ViewRequest.ReadPlain(context);
        var index = view.Index;
        if (index.RowOf(number) is not { } row)
        {
            return ApiResults.NotFound(text["Incidents.Api.Unknown", number]);
        }
        if (Refusal.Of(context, view, text) is { } refusal)
        {
            return refusal;
        }
        if (await incidents.LoadAsync(index, [row], cancellationToken) is not [var line])
        {
            return ApiResults.NotFound(text["Incidents.Api.Unknown", number]);
        }
        var words = new MapWords(text, index.Reference);
        var grades = index.Grades(row).ToArray().Select(grade => grade.ToString()).Order(StringComparer.Ordinal);
        return TypedResults.Ok(new PopupAnswer(
            number,
            line.Title,
            line.Link,
            words.Date(line.Facts),
            MapWords.Place(line),
            line.Facts.GeoPrecision,
            line.IsPlaceWithheld
                ? $"{text.Of(line.Facts.GeoPrecision)}, {text["Changes.Withheld"]}"
                : text.Of(line.Facts.GeoPrecision),
            line.IsPlaceWithheld,
            words.Deaths(line.Facts.Deaths),
            line.Facts.Type,
            text.Of(line.Facts.Type),
            text.Of(line.Facts.SubType),
            line.Facts.IsChecked,
            [
                .. line.Parties.Select(party => new PopupActor(
                    party.ShortName, party.Link, text.Of(party.Role), party.Attribution, text.Of(party.Attribution))),
            ],
            [.. grades],
            text.Count("Map.Sources", line.Citations, line.IndependentSources)));
    }

    private static Results<FileContentHttpResult, Refusal, StatusCodeHttpResult> Boundaries(
        HttpContext context, BoundaryFile file, Text text)
    {
        var view = ViewRequest.ReadPlain(context, VersionKey);
        var wanted = view.One(VersionKey);
        if (Refusal.OfProblems(view, text) is { } refusal)
        {
            return refusal;
        }
        var tag = new EntityTagHeaderValue($"\"{file.Version}\"", isWeak: true);
        var headers = context.Response.Headers;
        headers.ETag = tag.ToString();
        headers.CacheControl = wanted == file.Version ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var known)
            && known.Any(candidate => candidate.Compare(tag, useStrongComparison: false)))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }
        if (!context.Request.GetTypedHeaders().AcceptEncoding
            .Any(encoding => encoding.Value == "br" && encoding.Quality != 0))
        {
            return TypedResults.Bytes(file.Plain, "application/json");
        }
        headers.ContentEncoding = "br";
        return TypedResults.Bytes(file.Brotli, "application/json");
    }

    private static Results<ContentHttpResult, Refusal> Drawing(
        HttpContext context, EmbeddedSet embedded, Text text)
    {
        var view = ViewRequest.Read(context, MapChoices.Keys);
        var page = MapChoices.Read(view);
        if (Refusal.Of(context, view, text, page.Position, page.View, page.Measure) is { } refusal)
        {
            return refusal;
        }
        return TypedResults.Content(
            MapDrawing.Draw(view, page, embedded, text, view.Sentence(text).Write(view.Filter)),
            "image/svg+xml; charset=utf-8");
    }

    private static (BoundingBox Box, int Zoom) ReadViewport(ViewRequest view)
    {
        var (box, zoom) = (view.One("box"), view.One("zoom"));
        var frame = MapFrame.Of(view.Index);
        if (box is not null && !BoundingBox.TryParse(box, out frame))
        {
            view.Report(new Problem("box", box, "Box"));
        }
        var level = MapPosition.Showing(frame, MapFrame.Width, MapFrame.Height).Zoom;
        if (zoom is not null
            && !(int.TryParse(zoom, NumberStyles.None, CultureInfo.InvariantCulture, out level)
                && level is >= MapCells.LeastZoom and <= MapCells.MostZoom))
        {
            view.Report(new Problem("zoom", zoom, "Zoom", $"{MapCells.LeastZoom}", $"{MapCells.MostZoom}"));
        }
        return (frame, level);
    }

    /// <summary>
    /// The filter of the incidents that have no better place than one area: of the values asked for those that they can
    /// have; null where that leaves none.
    /// </summary>
    private static IncidentFilter? Narrowed(IncidentFilter filter, string country, string region)
    {
        var precisions = Enum.GetValues<GeoPrecision>().Where(precision => precision > GeoPrecision.Near
            && (filter.GeoPrecisions.IsEmpty || filter.GeoPrecisions.Contains(precision))).ToImmutableArray();
        return (filter.Countries.IsEmpty || filter.Countries.Contains(country))
            && (filter.Regions.IsEmpty || filter.Regions.Contains(region))
            && !precisions.IsEmpty
            ? filter with { Countries = [country], Regions = [region], GeoPrecisions = precisions }
            : null;
    }

    private static SingleAnswer Answer(
        int cell, int row, IncidentIndex index, ActorColours colours, MapWords words, MapLines lines)
    {
        var facts = index[row];
        return new SingleAnswer(
            cell,
            facts.Number,
            facts.Type,
            facts.SubType,
            facts.GeoPrecision,
            ActorColours.PerpetratorOf(index, row)?.Kind,
            colours.Of(row),
            words.Label(lines.TitleOf(row), facts));
    }

    private static AreaAnswer Answer(MapArea area, Reference reference, MapWords words)
    {
        var (latitude, longitude) = MapPlaces.LabelOf(area.Code, reference);
        return new AreaAnswer(
            area.Code, words.AreaName(area), area.Count, area.Deaths, latitude, longitude);
    }
}
