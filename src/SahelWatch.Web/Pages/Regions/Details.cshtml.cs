using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Importing;
using SahelWatch.Incidents;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Regions;

/// <summary>
/// One region: where its incidents lie, how they went over time, who is named and by what names it goes.
/// </summary>
public sealed class DetailsModel(Text text, SahelWatchDbContext db, EmbeddedSet embedded, IncidentLines lines)
    : FocusPage(text)
{
    private const int LatestShown = 10;
    private const int ActorsShown = 10;

    /// <summary>Places on the map and in its table: those with the most incidents.</summary>
    private const int MostPlaces = 200;

    public override string Path => $"/regions/{Code}";

    public string Code => (string)RouteData.Values["code"]!;

    /// <summary>Null where the path names no region.</summary>
    public Region? Region { get; private set; }

    public RegionTotal Figures { get; private set; } = null!;

    public RegionMap? Map { get; private set; }

    public IReadOnlyList<MapPlace> Places { get; private set; } = [];

    /// <summary>Incidents that stand for an area and are not drawn.</summary>
    public Counted NotDrawn { get; private set; }

    /// <summary>Incidents of places beyond the <see cref="MostPlaces"/> that are drawn.</summary>
    public int LeftOut { get; private set; }

    public IReadOnlyList<ActorCount> TopActors { get; private set; } = [];

    public TacticYears Tactics { get; private set; } = null!;

    public FocusTrend? Trend { get; private set; }

    public IncidentTable Latest { get; private set; } = null!;

    public BoundaryLayout Layout => embedded.Boundaries.Layout;

    public IReadOnlyList<LaterRegion> Later => embedded.Boundaries[Code]?.Later ?? [];

    public IReadOnlyList<string> OtherNames => Region!.OtherNames(CultureInfo.CurrentUICulture);

    protected override string FocusKey => "region";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Region = View.Index.Reference.Region(Code);
        if (Region is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (View.IsValid)
        {
            await CountAsync(Region, cancellationToken);
        }
        return Page();
    }

    protected override IncidentFilter Focus(IncidentFilter filter) => filter with { Regions = [Code] };

    private async Task CountAsync(Region region, CancellationToken cancellationToken)
    {
        var index = View.Index;
        Figures = RegionTotals.Of(index, Shown, View.Today).Regions
            .Single(total => total.Region.Code == Code);
        TopActors =
        [
            .. ActorCount.Of(index, Shown, View.Today).Where(count => count.Incidents.Count > 0)
                .OrderByDescending(count => count.Incidents.Count)
                .ThenBy(count => count.Actor.NameIn(CultureInfo.CurrentUICulture), StringComparer.CurrentCulture)
                .Take(ActorsShown),
        ];
        Tactics = TacticYears.Of(index, Shown, View.Today);
        Trend = FocusTrend.Of(this, Text, Text["Regions.TrendTitle", region.NameIn(CultureInfo.CurrentUICulture)]);
        await PlaceAsync(cancellationToken);
        var latest = await lines.LoadAsync(index, LatestRows(LatestShown), cancellationToken);
        Latest = new IncidentTable(latest, Text["Actors.LatestOf", latest.Count, ShownTotal]);
    }

    private async Task PlaceAsync(CancellationToken cancellationToken)
    {
        var index = View.Index;
        var points = index.PointsOf(Shown, View.Today);
        NotDrawn = new Counted(ShownTotal - points.Sum(point => point.Count), Coarse());
        LeftOut = points.Skip(MostPlaces).Sum(point => point.Count);
        var drawn = points.Take(MostPlaces).ToList();
        var numbers = drawn.ConvertAll(point => index[point.Latest].Number);
        var names = await db.Incidents.AsNoTracking()
            .Where(incident => EF.Parameter(numbers).Contains(incident.Number))
            .Select(incident => new { incident.Number, incident.PlaceName })
            .ToDictionaryAsync(incident => incident.Number, incident => incident.PlaceName, cancellationToken);
        Places =
        [
            .. drawn.Select(point => new MapPlace(
                    names.GetValueOrDefault(index[point.Latest].Number, ""),
                    point.Point.Latitude,
                    point.Point.Longitude,
                    point.Count))
                .OrderByDescending(place => place.Count).ThenBy(place => place.Name, StringComparer.CurrentCulture),
        ];
        if (embedded.Boundaries[Code] is { } boundary)
        {
            Map = RegionMap.OfPlaces(embedded.Boundaries, boundary, Places,
                place => Text["Regions.MapLabel", place.Name, Text.Count("Regions.IncidentsOf", place.Count)]);
        }
    }

    /// <summary>The filter of what is not drawn, where it asks for nothing else of the precision.</summary>
    private IncidentFilter Coarse()
    {
        var asked = Shown.GeoPrecisions.Length > 0 ? Shown.GeoPrecisions : [.. Enum.GetValues<GeoPrecision>()];
        return Shown with { GeoPrecisions = [.. asked.Where(precision => precision > GeoPrecision.Near)] };
    }
}
