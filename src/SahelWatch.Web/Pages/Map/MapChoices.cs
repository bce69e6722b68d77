using SahelWatch.Hosting;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Map;

/// <summary>What incidents are drawn as.</summary>
public enum MapLook
{
    Points,
    Regions,
}

/// <summary>How far the play button steps.</summary>
public enum PlayStep
{
    Month,
    Week,
}

/// <summary>The map page's own part of its address. A null position shows everything that can be placed.</summary>
public sealed record MapChoices(MapPosition? Position, MapLook View, MapMeasure Measure, PlayStep Step)
{
    public static readonly string[] Keys = ["at", "view", "measure", "step"];

    /// <summary>The same keys for the API's description.</summary>
    public static readonly QueryKey[] Described =
    [
        new QueryKey("at", "Where the map looks: latitude,longitude,zoom"),
        QueryKey.Of<MapLook>("view", "What incidents are drawn as"),
        QueryKey.Of<MapMeasure>("measure", "What regions are shaded by"),
        QueryKey.Of<PlayStep>("step", "How far the page's play button steps"),
    ];

    public static MapChoices Read(ViewRequest view)
    {
        MapPosition? position = null;
        if (view.One("at") is { } at)
        {
            position = MapPosition.TryParse(at, out var read) ? read : null;
            if (position is null)
            {
                view.Report(new Problem("at", at, "Position", $"{MapCells.LeastZoom}", $"{MapCells.MostZoom}"));
            }
        }
        return new MapChoices(
            position,
            view.Choice("view", MapLook.Points),
            view.Choice("measure", MapMeasure.Count),
            view.Choice("step", PlayStep.Month));
    }

    /// <summary>What the map shows before a browser tells its size.</summary>
    public BoundingBox Box(IncidentIndex index) =>
        Position is { } position ? position.View(MapFrame.Width, MapFrame.Height) : MapFrame.Of(index);

    public int Zoom(IncidentIndex index) =>
        Position?.Zoom ?? MapPosition.Showing(MapFrame.Of(index), MapFrame.Width, MapFrame.Height).Zoom;
}
