using System.Globalization;
using SahelWatch.Benchmarks.Comparing;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Indexing;

/// <summary>
/// The marks of a map as figures, those left out whose middle lies too far outside the view to tell. They are numbered
/// from south to north: a name made of the mean place would hang on its last digits.
/// </summary>
internal static class MarkFigures
{
    public static Figures Of(MapView view, Question question) => Of(
        view.Total - view.WithoutPlace,
        view.Cells.Select(cell => new Mark(
            cell.Latitude, cell.Longitude, cell.Count, cell.Deaths, (int)cell.Dominant, cell.Box)),
        question);

    /// <param name="placed">Incidents of all marks on earth.</param>
    public static Figures Of(long placed, IEnumerable<Mark> marks, Question question)
    {
        var figures = new Figures { ["placed"] = placed };
        var near = marks.Where(mark => question.IsNearView(mark.Latitude, mark.Longitude))
            .OrderBy(mark => mark.Latitude).ToList();
        for (var number = 0; number < near.Count; number++)
        {
            var mark = near[number];
            var name = string.Create(CultureInfo.InvariantCulture, $"mark {number:000} ");
            figures[$"{name}latitude"] = mark.Latitude;
            figures[$"{name}longitude"] = mark.Longitude;
            figures[$"{name}count"] = mark.Count;
            figures[$"{name}deaths"] = mark.Deaths;
            figures[$"{name}type"] = mark.Dominant;
            figures[$"{name}north"] = mark.Box.North;
            figures[$"{name}south"] = mark.Box.South;
            figures[$"{name}east"] = mark.Box.East;
            figures[$"{name}west"] = mark.Box.West;
        }
        return figures;
    }
}

/// <param name="Dominant">The commonest type, as a number.</param>
internal readonly record struct Mark(
    double Latitude, double Longitude, long Count, long Deaths, int Dominant, BoundingBox Box);
