namespace SahelWatch.Querying;

/// <summary>What a list is ordered by; ties are always broken by date, newest first, then by number.</summary>
public enum IncidentSort
{
    Date,
    Deaths,
    Type,
    Region,
    Number,
}
