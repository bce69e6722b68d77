using Microsoft.Extensions.Options;
using SahelWatch.Hosting;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Map;

/// <summary>The incident map: filter, map with time histogram, and the list of what is in view.</summary>
public sealed class IndexModel(Text text, IncidentLines lines, BoundaryFile boundaries, IOptions<MapOptions> options)
    : FilteredPage(text)
{
    /// <summary>All that the page's script imports, directly or not, so that a browser asks for it at once.</summary>
    public static readonly string[] Modules =
    [
        "/lib/leaflet/dist/leaflet.js", "/js/charts/brush.js", "/js/charts/histogram.js", "/js/map/basemap.js",
        "/js/map/borders.js", "/js/map/cells.js", "/js/map/fragments.js", "/js/map/frames.js", "/js/map/labels.js",
        "/js/map/leaflet.js", "/js/map/list.js", "/js/map/live-map.js", "/js/map/marks.js", "/js/map/notices.js",
        "/js/map/play.js", "/js/map/points.js", "/js/map/popup.js", "/js/map/shapes.js", "/js/map/view.js",
        "/js/map/words.js", "/js/shared/pause.js",
    ];

    public override string Path => "/";

    protected override IReadOnlyCollection<string> ViewKeys => MapChoices.Keys;

    public MapChoices Choices { get; private set; } = null!;

    /// <summary>What the map shows as far as the server can tell before it knows the size of the screen.</summary>
    public MapView Shown { get; private set; } = null!;

    public MapWords Words { get; private set; } = null!;

    public ActorColours Colours { get; private set; } = null!;

    public TimeBrush Brush { get; private set; } = null!;

    public RegionsShading? Shading { get; private set; }

    public IReadOnlyList<LineAnswer> Lines { get; private set; } = [];

    public LeftOutAnswer? LeftOut => Words.LeftOut(Shown, View.Filter, Choices.Box(View.Index));

    public BoundingBox Frame => MapFrame.Of(View.Index);

    public BoundingBox All => MapFrame.All(Shown);

    public string BoundariesLink => $"/api/v1/boundaries?v={boundaries.Version}";

    public MapOptions Tiles => options.Value;

    /// <summary>
    /// The filter and view as they stand, with relative dates made absolute: an address that does not move.
    /// </summary>
    public string FrozenLink => ViewRequest.Link(Path, View.Filter.Frozen(View.Today), ViewPairs);

    public string DrawingLink => ViewRequest.Link("/map.svg", View.Filter, ViewPairs);

    public string Status => Shading?.Status ?? Words.Status(Shown);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Colours = new ActorColours(View.Index, View.Filter);
        Words = new MapWords(Text, View.Index.Reference);
        if (!View.IsValid)
        {
            return;
        }
        Shown = MapCells.Gather(
            View.Index, View.Filter, View.Today, Colours, Choices.Box(View.Index), Choices.Zoom(View.Index));
        Brush = new TimeBrush(TimeHistogram.Build(View.Index, View.Filter, View.Today, Counts), View);
        Shading = Choices.View == MapLook.Regions ? RegionsShading.Of(View, Choices.Measure, Text) : null;
        var listed = Shown.Listed.Select(one => one.Row);
        var loaded = await MapLines.LoadAsync(lines, View.Index, listed, Colours, Text, cancellationToken);
        Lines = [.. Shown.Listed.Select(one => loaded.Of(one.Row))];
    }

    protected override void ReadView() => Choices = MapChoices.Read(View);
}
