using System.Globalization;

namespace SahelWatch.Querying;

/// <summary>A rectangle in degrees, edges included; west is less than east, south less than north.</summary>
public readonly record struct BoundingBox(double West, double South, double East, double North)
{
    public bool Contains(double latitude, double longitude) =>
        longitude >= West && longitude <= East && latitude >= South && latitude <= North;

    /// <summary>Reads <c>west,south,east,north</c>.</summary>
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
        }
        box = new BoundingBox(numbers[0], numbers[1], numbers[2], numbers[3]);
        return box.West < box.East && box.South < box.North
            && box.West >= -180 && box.East <= 180 && box.South >= -90 && box.North <= 90;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{West:0.#####},{South:0.#####},{East:0.#####},{North:0.#####}");
}
