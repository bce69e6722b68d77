using System.Globalization;

namespace SahelWatch.Querying;

/// <summary>A rectangle in degrees, edges included; west is less than east, south less than north.</summary>
public readonly record struct BoundingBox(double West, double South, double East, double North)
{
    /// <summary>Decimals of a degree that are read and written; the fifth is about a metre.</summary>
    private const int Decimals = 5;

    public bool Contains(double latitude, double longitude) =>
        longitude >= West && longitude <= East && latitude >= South && latitude <= North;

    /// <summary>What two boxes share; they must overlap.</summary>
    public BoundingBox Cut(BoundingBox other) => new(
        Math.Max(West, other.West), Math.Max(South, other.South),
        Math.Min(East, other.East), Math.Min(North, other.North));

    /// <summary>The least box that holds this and another, if there is one.</summary>
    public BoundingBox With(BoundingBox? known) => known is not { } other ? this : new(
        Math.Min(West, other.West), Math.Min(South, other.South),
        Math.Max(East, other.East), Math.Max(North, other.North));

    /// <summary>
    /// Reads <c>west,south,east,north</c>, rounded as <see cref="ToString"/> writes them: a box that would be written
    /// without width or height is none.
    /// </summary>
    public static bool TryParse(string text, out BoundingBox box)
    {
        box = default;
        var parts = text.Split(',');
        if (parts.Length != 4)
        {
            return false;
        }
        var numbers = new double[4];
        for (var i = 0; i < 4; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])
                || !double.IsFinite(numbers[i]))
            {
                return false;
            }
            numbers[i] = Round(numbers[i]);
        }
        box = new BoundingBox(numbers[0], numbers[1], numbers[2], numbers[3]);
        return box.West < box.East && box.South < box.North
            && box.West >= -180 && box.East <= 180 && box.South >= -90 && box.North <= 90;
    }

    public override string ToString() =>
        string.Join(',', new[] { West, South, East, North }
            .Select(edge => Round(edge).ToString("0.#####", CultureInfo.InvariantCulture)));

    /// <summary>Adding zero turns -0, which would be written with its sign, into 0.</summary>
    private static double Round(double degrees) => Math.Round(degrees, Decimals) + 0.0;
}
