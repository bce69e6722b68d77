namespace SahelWatch.Querying;

/// <summary>Puts rows in the order a filter asks for.</summary>
internal static class RowOrder
{
    /// <summary>Ties fall back to newest first, then to the lowest number, whatever the direction asked.</summary>
    public static int[] Sort(IncidentIndex index, int[] rows, IncidentFilter filter)
    {
        Comparison<IncidentRow> by = filter.Sort switch
        {
            IncidentSort.Deaths => (a, b) => Rank(a).CompareTo(Rank(b)),
            IncidentSort.Type => (a, b) => a.SubType.CompareTo(b.SubType),
            IncidentSort.Region => (a, b) => Place(a).CompareTo(Place(b)),
            IncidentSort.Number => (a, b) => a.Number.CompareTo(b.Number),
            _ => (a, b) => a.StartsOn.CompareTo(b.StartsOn),
        };
        var sign = filter.Descending ? -1 : 1;
        Array.Sort(rows, (a, b) =>
        {
            var (left, right) = (index[a], index[b]);
            var order = sign * by(left, right);
            if (order == 0)
            {
                order = right.StartsOn.CompareTo(left.StartsOn);
            }
            return order != 0 ? order : left.Number.CompareTo(right.Number);
        });
        return rows;
    }

    /// <summary>An unknown toll is not "none": it goes below the known ones.</summary>
    private static int Rank(IncidentRow row) => row.Deaths.Best ?? row.Deaths.Low ?? row.Deaths.High ?? -1;

    private static (string Country, string Region) Place(IncidentRow row) => (row.CountryCode, row.RegionCode ?? "");
}
