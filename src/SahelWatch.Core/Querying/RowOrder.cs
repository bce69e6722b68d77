namespace SahelWatch.Querying;

/// <summary>Puts rows in the order a filter asks for.</summary>
internal static class RowOrder
{
    /// <summary>Ties fall back to newest first, then to the lowest number, whatever the direction asked.</summary>
    public static int[] Sort(IncidentIndex index, int[] rows, IncidentFilter filter)
    {
        var names = new Dictionary<(string Country, string? Region), string>();
        Comparison<IncidentRow> by = filter.Sort switch
        {
            IncidentSort.Deaths => (a, b) => Rank(a).CompareTo(Rank(b)),
            IncidentSort.Type => (a, b) => a.SubType.CompareTo(b.SubType),
            IncidentSort.Region => (a, b) => string.CompareOrdinal(Name(a), Name(b)),
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

        string Name(IncidentRow row) => names.TryGetValue((row.CountryCode, row.RegionCode), out var known)
            ? known
            : names[(row.CountryCode, row.RegionCode)] = NameOf(index.Reference, row);
    }

    /// <summary>A toll with neither a best nor a low figure is not "none": it goes below the known ones.</summary>
    private static int Rank(IncidentRow row) => row.Deaths.Best ?? row.Deaths.Low ?? -1;

    /// <summary>Country and region, to be compared letter by letter: accents aside, or é would come after z.</summary>
    private static string NameOf(Reference reference, IncidentRow row)
    {
        var country = reference.Country(row.CountryCode)?.NameEn ?? row.CountryCode;
        var region = row.RegionCode is { } code ? reference.Region(code)?.NameEn ?? code : "";
        return TextFold.Fold($"{country}\n{region}");
    }
}
