namespace SahelWatch.Incidents;

/// <summary>How well the date is known, finest first. <see cref="Days"/> is a span of 2 to 6 days.</summary>
public enum DatePrecision
{
    Day,
    Days,
    Week,
    Month,
    Year,
}
