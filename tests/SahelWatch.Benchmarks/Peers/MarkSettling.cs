using SahelWatch.Benchmarks.Comparing;
using SahelWatch.Benchmarks.Indexing;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Peers;

/// <summary>
/// The marks of a map from a peer's grid of the whole world, by the site's rule told a second time: the largest cell
/// first, each at its mean place, and one that would come too close is taken into the one that is there.
/// </summary>
internal static class MarkSettling
{
    private sealed class Settled
    {
        public required double Latitude { get; init; }
        public required double Longitude { get; init; }
        public required (double X, double Y) Pixel { get; init; }
        public long Count { get; set; }
        public long Deaths { get; set; }
        public long[] Types { get; } = new long[6];
        public BoundingBox Box { get; set; }
    }

    /// <param name="whole">Cell, count, deaths and the count of each of six types.</param>
    /// <param name="real">Mean place and the least and greatest latitude and longitude.</param>
    public static Figures Figures(IReadOnlyList<long> whole, IReadOnlyList<double> real, Question question)
    {
        var marks = new List<Settled>();
        var order = Enumerable.Range(0, whole.Count / 10)
            .OrderByDescending(cell => whole[cell * 10 + 2])
            .ThenBy(cell => whole[cell * 10]).ThenBy(cell => whole[cell * 10 + 1]);
        var zoom = question.Map!.Value.Zoom;
        foreach (var cell in order)
        {
            Take(marks, [.. whole.Skip(cell * 10).Take(10)], [.. real.Skip(cell * 6).Take(6)], zoom);
        }
        return MarkFigures.Of(
            marks.Sum(mark => mark.Count),
            marks.Select(mark => new Mark(
                mark.Latitude, mark.Longitude, mark.Count, mark.Deaths,
                Array.IndexOf(mark.Types, mark.Types.Max()), mark.Box)),
            question);
    }

    private static void Take(List<Settled> marks, long[] whole, double[] real, int zoom)
    {
        var pixel = WebMercator.Pixel(real[0], real[1], zoom);
        var box = new BoundingBox(real[3], real[2], real[5], real[4]);
        var mark = Nearby(marks, pixel).FirstOrDefault(mark => Distance(mark.Pixel, pixel) < MapCells.LeastGapPixels);
        if (mark is null)
        {
            mark = new Settled { Latitude = real[0], Longitude = real[1], Pixel = pixel, Box = box };
            marks.Add(mark);
        }
        mark.Count += whole[2];
        mark.Deaths += whole[3];
        for (var type = 0; type < 6; type++)
        {
            mark.Types[type] += whole[4 + type];
        }
        mark.Box = new BoundingBox(
            Math.Min(mark.Box.West, box.West), Math.Min(mark.Box.South, box.South),
            Math.Max(mark.Box.East, box.East), Math.Max(mark.Box.North, box.North));
    }

    /// <summary>Marks in the nine squares around a pixel, square by square, then in the order they were made.</summary>
    private static IEnumerable<Settled> Nearby(List<Settled> marks, (double X, double Y) pixel) =>
        from x in Enumerable.Range(Square(pixel.X) - 1, 3)
        from y in Enumerable.Range(Square(pixel.Y) - 1, 3)
        from mark in marks
        where Square(mark.Pixel.X) == x && Square(mark.Pixel.Y) == y
        select mark;

    private static int Square(double pixel) => (int)(pixel / MapCells.CellPixels);

    private static double Distance((double X, double Y) a, (double X, double Y) b) =>
        Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2));
}
