using SahelWatch.Geography;

namespace SahelWatch.Querying;

/// <summary>
/// Incidents close to one in both time and space. Only those whose place may be drawn as a place are compared: the
/// point of a coarser one stands for an area, and a distance to it would mean nothing.
/// </summary>
public static class Neighbours
{
    public const int WithinDays = 30;
    public const int WithinKm = 50;

    /// <summary>
    /// The nearest incidents to a row, at most <paramref name="most"/>, by days and kilometres each as a share of its
    /// limit, added. None where the row's own place is too coarse.
    /// </summary>
    public static NeighbourList Find(IncidentIndex index, int row, int most)
    {
        var from = index[row];
        var found = new List<Neighbour>();
        var coarse = 0;
        foreach (var other in Within(index, from))
        {
            var facts = index[other];
            if (other == row)
            {
                continue;
            }
            var days = DaysBetween(from, facts);
            if (!facts.HasPlace)
            {
                coarse += facts.CountryCode == from.CountryCode ? 1 : 0;
                continue;
            }
            var km = Earth.Kilometres(from.Latitude, from.Longitude, facts.Latitude, facts.Longitude);
            if (from.HasPlace && km <= WithinKm)
            {
                found.Add(new Neighbour(other, days, km));
            }
        }
        return new NeighbourList(
            [
                .. found.OrderBy(near => (double)near.Days / WithinDays + near.Km / WithinKm)
                    .ThenBy(near => index[near.Row].Number)
                    .Take(most),
            ],
            found.Count,
            coarse,
            from.HasPlace);
    }

    /// <summary>The rows whose numbers are nearest to one, in the order of their numbers.</summary>
    public static int[] ByNumber(IncidentIndex index, int number, int most)
    {
        var nearest = new PriorityQueue<int, long>();
        for (var block = 0; block < index.Blocks.Length; block++)
        {
            var numbers = index.Blocks[block].Numbers;
            for (var place = 0; place < numbers.Length; place++)
            {
                nearest.Enqueue((block << IndexBlock.Shift) + place, -Math.Abs((long)numbers[place] - number));
                if (nearest.Count > most)
                {
                    nearest.Dequeue();
                }
            }
        }
        return [.. nearest.UnorderedItems.Select(item => item.Element).OrderBy(row => index[row].Number)];
    }

    /// <summary>Rows no more than <see cref="WithinDays"/> from an event.</summary>
    private static IEnumerable<int> Within(IncidentIndex index, IncidentRow from)
    {
        var (first, last) = (from.StartsOn.DayNumber - WithinDays, from.EndsOn.DayNumber + WithinDays);
        for (var number = 0; number < index.Blocks.Length; number++)
        {
            var block = index.Blocks[number];
            if (block.LastEnd < first || block.FirstDay > last)
            {
                continue;
            }
            for (var place = 0; place < block.Before(last + 1); place++)
            {
                if (block.Days[place] + block.Lengths[place] >= first)
                {
                    yield return (number << IndexBlock.Shift) + place;
                }
            }
        }
    }

    /// <summary>Days between two events; 0 where they share a day.</summary>
    private static int DaysBetween(IncidentRow a, IncidentRow b) => a.StartsOn > b.EndsOn
        ? a.StartsOn.DayNumber - b.EndsOn.DayNumber
        : Math.Max(0, b.StartsOn.DayNumber - a.EndsOn.DayNumber);
}

/// <summary>One incident near another: days between them and kilometres between their points.</summary>
public readonly record struct Neighbour(int Row, int Days, double Km);

/// <summary>What is near an incident.</summary>
/// <param name="Nearest">Nearest first.</param>
/// <param name="Total">All within the limits, shown or not.</param>
/// <param name="Coarse">In the same country and time, but left out because their place is too coarse.</param>
/// <param name="HasPlace">Whether the incident's own place can be compared at all.</param>
public sealed record NeighbourList(IReadOnlyList<Neighbour> Nearest, int Total, int Coarse, bool HasPlace);
