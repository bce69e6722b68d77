namespace SahelWatch.Querying;

/// <summary>
/// What a list is ordered by; ties are always broken by date, newest first, then by the highest number. The order is
/// the same in every language, so that page two of a list is page two for everybody.
/// </summary>
public enum IncidentSort
{
    Date,
    Deaths,
    Type,

    /// <summary>By the English names of country and region; without a region comes before all of its country.</summary>
    Region,

    Number,
}
