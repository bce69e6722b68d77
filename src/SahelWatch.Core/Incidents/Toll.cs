namespace SahelWatch.Incidents;

/// <summary>
/// A count of people as low, best and high; each is unknown (null) or at least 0, and the known ones are in order.
/// A best of 0 with a positive high is not "no deaths".
/// </summary>
public readonly record struct Toll(int? Low, int? Best, int? High)
{
    public bool IsKnown => Low is not null || Best is not null || High is not null;

    public bool IsOrdered =>
        !(Low < 0) && !(Best < 0) && !(High < 0) && !(Low > Best) && !(Best > High) && !(Low > High);

    /// <summary>
    /// The range that several tolls span: the lowest low, the given best, the highest high. Where no source gives a
    /// toll the editor's own range stands.
    /// </summary>
    public static Toll Span(Toll own, IEnumerable<Toll> given)
    {
        var tolls = given.Where(toll => toll.IsKnown).ToList();
        if (tolls.Count == 0)
        {
            return own;
        }
        var low = tolls.Min(toll => toll.Low ?? toll.Best ?? toll.High);
        var high = tolls.Max(toll => toll.High ?? toll.Best ?? toll.Low);
        return new Toll(low, own.Best, high);
    }
}
