using System.Collections.Immutable;
using CsCheck;
using SahelWatch.Actors;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Tests.Support;

/// <summary>Random valid filters over the names of a reference; most leave most fields open.</summary>
public static class RandomFilters
{
    public static Gen<IncidentFilter> Over(Reference reference, DateOnly first, DateOnly last)
    {
        var days = Gen.Int[0, last.DayNumber - first.DayNumber].Select(first.AddDays);
        var dates = Gen.OneOf(
            Gen.Const<Func<IncidentFilter, IncidentFilter>>(f => f),
            days.Select<DateOnly, Func<IncidentFilter, IncidentFilter>>(day => f => f with { From = day }),
            Gen.Select(days, Gen.Int[0, 400]).Select<(DateOnly, int), Func<IncidentFilter, IncidentFilter>>(
                pair => f => f with { From = pair.Item1, To = pair.Item1.AddDays(pair.Item2) }),
            Gen.Select(Gen.Int[1, 999], Pick.From('d', 'w', 'm', 'y'))
                .Select<(int, char), Func<IncidentFilter, IncidentFilter>>(
                    pair => f => f with { Last = new RelativeSpan(pair.Item1, pair.Item2) }));
        return
            from date in dates
            from countries in Some(reference.Countries.Select(country => country.Code))
            from regions in Some(reference.Regions.Select(region => region.Code).Append("none"))
            from actors in Some(reference.Actors.Select(actor => actor.Slug))
            from components in Gen.Bool
            from kinds in Some(Enum.GetValues<ActorKind>())
            from roles in Some(Enum.GetValues<ActorRole>())
            from attributions in Some(Enum.GetValues<Attribution>())
            from types in Some(Enum.GetValues<EventType>())
            from subTypes in Some(Enum.GetValues<EventSubType>())
            from political in Gen.Bool
            from violence in Some(Enum.GetValues<UcdpViolence>())
            from tactics in Some(["svbied", "ied", "ambush"])
            from targets in Some(["civilians", "state-forces", "school"])
            from deaths in Rarely(Gen.Int[1, 30])
            from geo in Some(Enum.GetValues<GeoPrecision>())
            from time in Some(Enum.GetValues<DatePrecision>())
            from grade in Rarely(Pick.From(new Grade('B', 6), new Grade('C', 2), new Grade('A', 1)))
            from isChecked in Rarely(Gen.Bool)
            from collections in Some(reference.Collections.Select(collection => collection.Slug))
            from box in Rarely(Boxes)
            from text in Rarely(Pick.From("gao", "ECOLE", "l'armée", "Menaka convoy", "&=+%#"))
            from sort in Gen.Enum<IncidentSort>()
            from newestFirst in Gen.Bool
            select date(new IncidentFilter
            {
                Countries = countries,
                Regions = regions,
                Actors = actors,
                Components = components,
                ActorKinds = kinds,
                Roles = roles,
                Attributions = attributions,
                Types = types,
                SubTypes = subTypes,
                PoliticalViolenceOnly = political,
                Violence = violence,
                Tactics = tactics,
                Targets = targets,
                DeathsAtLeast = deaths,
                GeoPrecisions = geo,
                DatePrecisions = time,
                GradeAtLeast = grade,
                Checked = isChecked,
                Collections = collections,
                Box = box,
                Text = text.Length == 0 ? null : text[0],
                Sort = sort,
                Descending = newestFirst,
            });
    }

    /// <summary>One that touches points of the synthetic incidents, and any other, of a step's width upwards.</summary>
    private static Gen<BoundingBox> Boxes { get; } = Gen.OneOf(
        Gen.Const(new BoundingBox(-4.1, 12, 0, 16.27)),
        from west in Gen.Double[-180, 179]
        from south in Gen.Double[-90, 89]
        from width in Gen.OneOf(Gen.Double[0.00002, 1], Gen.Double[1, 360])
        from height in Gen.OneOf(Gen.Double[0.00002, 1], Gen.Double[1, 180])
        select new BoundingBox(west, south, Math.Min(west + width, 180), Math.Min(south + height, 90)));

    /// <summary>Nothing most of the time, else one to three of the values, in order.</summary>
    private static Gen<ImmutableArray<T>> Some<T>(IEnumerable<T> values)
    {
        var all = values.ToArray();
        var none = Gen.Const(ImmutableArray<T>.Empty);
        return all.Length == 0
            ? none
            : Gen.Frequency(
                (8, none),
                (1, Pick.From(all).Array[1, 3].Select(some => Ordered(some))));
    }

    private static ImmutableArray<T> Ordered<T>(T[] values) => typeof(T) == typeof(string)
        ? [.. values.Distinct().Order((IComparer<T>)StringComparer.Ordinal)]
        : [.. values.Distinct().Order()];

    private static Gen<T?> Rarely<T>(Gen<T> values) where T : struct =>
        Gen.Frequency((9, Gen.Const((T?)null)), (1, values.Select(value => (T?)value)));

    private static Gen<string[]> Rarely(Gen<string> values) =>
        Gen.Frequency((9, Gen.Const(Array.Empty<string>())), (1, values.Select(value => new[] { value })));
}
