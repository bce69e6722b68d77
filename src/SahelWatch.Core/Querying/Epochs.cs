namespace SahelWatch.Querying;

/// <summary>The spans of days between which no actor begins or ceases to be part of another, numbered from 0.</summary>
/// <param name="changes">Day numbers on which a span begins, ascending, but for the first.</param>
internal readonly struct Epochs(int[] changes)
{
    /// <summary>One epoch for all days.</summary>
    public static readonly Epochs None = new([]);

    public int Count => changes.Length + 1;

    public static Epochs Of(IncidentFilter filter, Reference reference) =>
        filter.Components ? new(reference.MembershipChanges) : None;

    /// <summary>The epoch of a day.</summary>
    public int Of(int day)
    {
        var place = Array.BinarySearch(changes, day);
        return place < 0 ? ~place : place + 1;
    }

    /// <summary>First day after an epoch.</summary>
    public int EndOf(int epoch) => epoch < changes.Length ? changes[epoch] : int.MaxValue;

    /// <summary>Any day of an epoch: all have the same memberships.</summary>
    public DateOnly DayOf(int epoch) => epoch == 0 ? DateOnly.MinValue : DateOnly.FromDayNumber(changes[epoch - 1]);
}
