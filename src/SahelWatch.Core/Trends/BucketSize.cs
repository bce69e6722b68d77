namespace SahelWatch.Trends;

/// <summary>Length of one column of a trend: an ISO week from Monday, or a calendar month, quarter or year.</summary>
public enum BucketSize
{
    Week,
    Month,
    Quarter,
    Year,
}
