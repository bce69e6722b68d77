namespace SahelWatch.Querying;

/// <summary>Ascending places of a block.</summary>
internal static class Places
{
    /// <summary>How many of them come before a place.</summary>
    public static int Before(this ReadOnlySpan<ushort> places, int place)
    {
        if (places.Length == 0 || places[^1] < place)
        {
            return places.Length;
        }
        var (low, high) = (0, places.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = places[middle] < place ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
