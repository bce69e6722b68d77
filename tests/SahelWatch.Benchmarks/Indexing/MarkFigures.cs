using System.Globalization;
using SahelWatch.Benchmarks.Comparing;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Indexing;

/// <summary>The marks of a map as figures, those left out whose middle lies too far outside the view to tell.</summary>
internal static class MarkFigures
{
    public static Figures Of(MapView view, Question question)
    {
        var figures = new Figures { ["placed"] = view.Total - view.WithoutPlace };
        foreach (var cell in view.Cells)
        {
            if (question.IsNearView(cell.Latitude, cell.Longitude))
            {
                Add(figures, cell.Latitude, cell.Longitude, cell.Count, cell.Deaths, (int)cell.Dominant, cell.Box);
            }
        }
        return figures;
    }

    public static void Add(
        Figures figures, double latitude, double longitude, long count, long deaths, int dominant, BoundingBox box)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"mark {latitude:0.00000} {longitude:0.00000} ");
        figures[$"{name}count"] = count;
        figures[$"{name}deaths"] = deaths;
        figures[$"{name}type"] = dominant;
        figures[$"{name}north"] = box.North;
        figures[$"{name}south"] = box.South;
        figures[$"{name}east"] = box.East;
        figures[$"{name}west"] = box.West;
    }
}
