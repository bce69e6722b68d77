namespace SahelWatch.Benchmarks.Browsing;

/// <summary>What one first visit to the map took; times in milliseconds from the start of the navigation.</summary>
/// <param name="LongestTask">
/// The longest task of the main thread that the browser reports: 0 where none took 50 ms.
/// </param>
/// <param name="LongestGap">
/// The longest time between two beats of a timer of 4 ms: what an input could have waited.
/// </param>
/// <param name="BytesBeforeContent">Sent compressed, headers included, of answers whole by the first content.</param>
/// <param name="MapBytes">The compressed body of the first map answer.</param>
internal sealed record VisitFigures(
    double FirstContent,
    double FirstMarker,
    double LongestTask,
    double LongestGap,
    double BytesBeforeContent,
    double BytesBeforeMarker,
    double MapBytes,
    double MapMilliseconds,
    double Markers)
{
    /// <summary>The median of each figure by itself.</summary>
    public static VisitFigures MedianOf(IReadOnlyCollection<VisitFigures> visits) => new(
        Median(visits, visit => visit.FirstContent),
        Median(visits, visit => visit.FirstMarker),
        Median(visits, visit => visit.LongestTask),
        Median(visits, visit => visit.LongestGap),
        Median(visits, visit => visit.BytesBeforeContent),
        Median(visits, visit => visit.BytesBeforeMarker),
        Median(visits, visit => visit.MapBytes),
        Median(visits, visit => visit.MapMilliseconds),
        Median(visits, visit => visit.Markers));

    private static double Median(IReadOnlyCollection<VisitFigures> visits, Func<VisitFigures, double> figure) =>
        visits.Select(figure).Order().ElementAt(visits.Count / 2);
}
