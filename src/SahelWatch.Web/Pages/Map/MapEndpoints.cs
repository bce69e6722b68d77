using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using SahelWatch.Hosting;
using SahelWatch.Importing;
using SahelWatch.Incidents;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Map;

/// <summary>What the map asks for, and the map as a drawing.</summary>
public static class MapEndpoints
{
    public static IServiceCollection AddMap(this IServiceCollection services) => services.AddSingleton<BoundaryFile>();

    public static IEndpointRouteBuilder MapMap(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").WithTags("Map");
        api.MapGet("/map", Viewport).WithSummary("Cells, areas and the first incidents of one viewport.");
        api.MapGet("/map/area/{code}", Area).WithSummary("Incidents of a region or country that have no better place.");
        api.MapGet("/map/regions", Regions).WithSummary("Values by region and the classes to shade them by.");
        api.MapGet("/map/incident/{number:int}", Popup).WithSummary("What a popup tells of one incident.");
        api.MapGet("/boundaries", Boundaries).WithSummary("Shapes and names of countries, regions and neighbours.");
        app.MapGet("/map.svg", Drawing).ExcludeFromDescription().RequireRateLimiting(Limits.Files);
        return app;
    }

    /// <param name="box">Viewport as west,south,east,north; everything that can be placed where absent.</param>
    /// <param name="zoom">Web map zoom level.</param>
    private static async Task<Results<Ok<MapAnswer>, ProblemHttpResult, StatusCodeHttpResult>> Viewport(
        HttpContext context,
        IncidentLines incidents,
        Text text,
        CancellationToken cancellationToken,
        string? box = null,
        string? zoom = null)
    {
        var view = ViewRequest.Read(context, "box", "zoom");
        var (frame, level) = ReadViewport(view, box, zoom);
        if (!view.IsValid)
        {
            return ApiResults.BadFilter(view.Problems, text);
        }
        if (ApiResults.IsNotModified(context, view, frame, level))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }
        var colours = new ActorColours(view.Index, view.Filter);
        var map = MapCells.Gather(view.Index, view.Rows(), colours, frame, level);
        var words = new MapWords(text, view.Index.Reference);
        var listed = map.InView.Take(MapLines.Most).ToList();
        var alone = map.Cells.Where(cell => cell.Count == 1).Select(cell => cell.Rows[0]);
        var lines = await MapLines.LoadAsync(incidents, view.Index, listed.Concat(alone), colours, text, cancellationToken);
        var cellOf = map.Cells.SelectMany((cell, place) => cell.Rows.Select(row => (row, place)))
            .ToDictionary(pair => pair.row, pair => pair.place);
        return TypedResults.Ok(new MapAnswer(
            view.Index.Version,
            map.Total,
            map.InView.Count,
            map.WithoutPlace,
            words.Status(map),
            [.. map.Cells.Select(cell => Answer(cell, view.Index, colours, words, lines))],
            [.. map.Areas.Select(area => Answer(area, view.Index.Reference, words))],
            [.. listed.Select(row => lines.Of(row, cellOf[row]))],
            words.LeftOut(map, view.Filter, frame)));
    }

    private static async Task<Results<Ok<AreaListAnswer>, ProblemHttpResult, NotFound>> Area(
        string code, HttpContext context, IncidentLines incidents, Text text, CancellationToken cancellationToken)
    {
        var view = ViewRequest.Read(context);
        if (!view.IsValid)
        {
            return ApiResults.BadFilter(view.Problems, text);
        }
        var colours = new ActorColours(view.Index, view.Filter);
        var map = MapCells.Gather(view.Index, view.Rows(), colours, MapFrame.Of(view.Index), MapCells.LeastZoom);
        if (map.Areas.FirstOrDefault(area => area.Code == code) is not { } found)
        {
            return TypedResults.NotFound();
        }
        var words = new MapWords(text, view.Index.Reference);
        var shown = found.Rows.Take(MapLines.Most).ToList();
        var lines = await MapLines.LoadAsync(incidents, view.Index, shown, colours, text, cancellationToken);
        return TypedResults.Ok(new AreaListAnswer(
            found.Count, words.AreaName(found), words.Label(found), [.. shown.Select(row => lines.Of(row))]));
    }

    private static Results<Ok<RegionsAnswer>, ProblemHttpResult, StatusCodeHttpResult> Regions(HttpContext context, Text text)
    {
        var view = ViewRequest.Read(context, "measure");
        var measure = view.Choice("measure", MapMeasure.Count);
        if (!view.IsValid)
        {
            return ApiResults.BadFilter(view.Problems, text);
        }
        return ApiResults.IsNotModified(context, view, measure)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(RegionsShading.Of(view, measure, text).Answer());
    }

    private static async Task<Results<Ok<PopupAnswer>, NotFound>> Popup(
        int number,
        IncidentStore store,
        IncidentLines incidents,
        Text text,
        CancellationToken cancellationToken)
    {
        var index = store.Current;
        if (index.RowOf(number) is not { } row
            || await incidents.LoadAsync(index, [row], cancellationToken) is not [var line])
        {
            return TypedResults.NotFound();
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
            text.Of(line.Facts.GeoPrecision),
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

    private static Results<FileContentHttpResult, StatusCodeHttpResult> Boundaries(HttpContext context, BoundaryFile file)
    {
        var tag = new EntityTagHeaderValue($"\"{file.Version}\"", isWeak: true);
        var headers = context.Response.Headers;
        headers.ETag = tag.ToString();
        headers.CacheControl = context.Request.Query["v"] == file.Version ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var known)
            && known.Any(candidate => candidate.Compare(tag, useStrongComparison: false)))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }
        if (!context.Request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == "br" && encoding.Quality != 0))
        {
            return TypedResults.Bytes(file.Plain, "application/json");
        }
        headers.ContentEncoding = "br";
        return TypedResults.Bytes(file.Brotli, "application/json");
    }

    private static Results<ContentHttpResult, ProblemHttpResult, StatusCodeHttpResult> Drawing(
        HttpContext context, EmbeddedSet embedded, Text text)
    {
        var view = ViewRequest.Read(context, MapChoices.Keys);
        var page = MapChoices.Read(view);
        if (!view.IsValid)
        {
            return ApiResults.BadFilter(view.Problems, text);
        }
        if (ApiResults.IsNotModified(context, view, page.Position, page.View, page.Measure))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }
        var caption = new FilterSentence(view.Index.Reference, key => text[key], CultureInfo.CurrentCulture).Write(view.Filter);
        return TypedResults.Content(
            MapDrawing.Draw(view, page, embedded, text, caption), "image/svg+xml; charset=utf-8");
    }

    private static (BoundingBox Box, int Zoom) ReadViewport(ViewRequest view, string? box, string? zoom)
    {
        var frame = MapFrame.Of(view.Index);
        if (box is { Length: > 0 } && !BoundingBox.TryParse(box, out frame))
        {
            view.Report(new Problem("box", box, "Box"));
        }
        var level = MapPosition.Showing(frame, MapFrame.Width, MapFrame.Height).Zoom;
        if (zoom is { Length: > 0 }
            && !(int.TryParse(zoom, NumberStyles.None, CultureInfo.InvariantCulture, out level)
                && level is >= MapCells.LeastZoom and <= MapCells.MostZoom))
        {
            view.Report(new Problem("zoom", zoom, "Zoom", $"{MapCells.LeastZoom}", $"{MapCells.MostZoom}"));
        }
        return (frame, level);
    }

    private static CellAnswer Answer(
        MapCell cell, IncidentIndex index, ActorColours colours, MapWords words, MapLines lines)
    {
        var row = cell.Rows[0];
        var facts = index[row];
        return new CellAnswer(
            Math.Round(cell.Latitude, 5),
            Math.Round(cell.Longitude, 5),
            cell.Count,
            cell.Deaths,
            cell.Dominant,
            [cell.Box.West, cell.Box.South, cell.Box.East, cell.Box.North],
            cell.Colours,
            cell.IsOneSpot,
            cell.Count == 1 ? words.Label(lines.TitleOf(row), facts) : words.Label(cell, index),
            cell.Count == 1
                ? new MarkerAnswer(
                    facts.Number, facts.Type, facts.SubType, facts.GeoPrecision,
                    ActorColours.PerpetratorOf(index, row)?.Kind, colours.Of(row))
                : null);
    }

    private static AreaAnswer Answer(MapArea area, Reference reference, MapWords words)
    {
        var (latitude, longitude) = MapPlaces.LabelOf(area.Code, reference);
        return new AreaAnswer(
            area.Code, words.AreaName(area), area.Count, area.Deaths, latitude, longitude, words.Label(area));
    }
}
