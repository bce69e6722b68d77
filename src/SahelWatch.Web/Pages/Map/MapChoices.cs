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

    public static MapChoices Read(ViewRequest view)
    {
        MapPosition? position = null;
        var at = view.Values("at").Distinct().ToList();
        if (at.Count == 1 && MapPosition.TryParse(at[0], out var read))
        {
            position = read;
        }
        else if (at.Count > 0)
        {
            view.Report(new Problem(
                "at", string.Join(" & ", at), "Position", $"{MapCells.LeastZoom}", $"{MapCells.MostZoom}"));
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
