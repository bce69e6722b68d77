using SahelWatch.Benchmarks.Synthetic;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Serving;

/// <summary>Filters of one shape, no two alike, the same for the same seed.</summary>
internal static class NewFilters
{
    private static readonly string[][] Pairs = [["BFA", "MLI"], ["MLI", "NER"], ["BFA", "NER"]];

    /// <summary>As query strings.</summary>
    public static IReadOnlyCollection<string> Of(Shape shape, SyntheticWorld world, int count, ulong seed)
    {
        var dice = new Dice(seed, (ulong)shape);
        var queries = new HashSet<string>(count, StringComparer.Ordinal);
        while (queries.Count < count)
        {
            queries.Add(FilterGrammar.Write(shape switch
            {
                Shape.Narrow => Narrow(world, ref dice),
                Shape.Broad => Broad(ref dice),
                _ => Open(ref dice),
            }));
        }
        return queries;
    }

    /// <summary>Three years, five actors, four sub-types and a box: in the order of 1 %.</summary>
    private static IncidentFilter Narrow(SyntheticWorld world, ref Dice dice)
    {
        var from = new DateOnly(2014, 1, 1).AddDays(dice.Roll(3_000));
        var west = -11 + dice.Roll(70) / 10.0;
        var south = 10 + dice.Roll(30) / 10.0;
        return new IncidentFilter
        {
            From = from,
            To = from.AddYears(3),
            Actors = [.. Some(world.Actors, 5, ref dice).Select(actor => actor.Slug).Order(StringComparer.Ordinal)],
            SubTypes = [.. Some(Enum.GetValues<EventSubType>(), 4, ref dice).Order()],
            Box = new BoundingBox(west, south, west + 10, south + 6),
        };
    }

    /// <summary>Two countries, three types and seven to nine years: in the order of 40 %.</summary>
    private static IncidentFilter Broad(ref Dice dice) => new()
    {
        From = new DateOnly(2016, 6, 1).AddDays(dice.Roll(500)),
        To = new DateOnly(2024, 6, 1).AddDays(dice.Roll(570)),
        Countries = [.. Pairs[dice.Roll(Pairs.Length)]],
        Types = [EventType.Battles, EventType.Explosions, EventType.ViolenceAgainstCivilians],
    };

    /// <summary>All but the first years and the last months: nearly everything.</summary>
    private static IncidentFilter Open(ref Dice dice) => new()
    {
        From = new DateOnly(2012, 1, 1).AddDays(dice.Roll(700)),
        To = new DateOnly(2025, 2, 1).AddDays(dice.Roll(700)),
    };

    private static List<T> Some<T>(IReadOnlyList<T> all, int count, ref Dice dice)
    {
        var left = all.ToList();
        var some = new List<T>(count);
        while (some.Count < count)
        {
            var place = dice.Roll(left.Count);
            some.Add(left[place]);
            left.RemoveAt(place);
        }
        return some;
    }
}

internal enum Shape
{
    Narrow,
    Broad,
    Open,
}
