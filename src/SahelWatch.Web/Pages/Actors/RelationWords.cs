using System.Globalization;
using SahelWatch.Actors;
using SahelWatch.Hosting;
using SahelWatch.Pages.Shared;

namespace SahelWatch.Pages.Actors;

/// <summary>Relations in the words of the request's language.</summary>
public static class RelationWords
{
    /// <summary>Types of the embedded set that no general kind covers.</summary>
    private static readonly string[] OtherTypes =
        ["coexisted-with", "possible-merger-with", "links-into", "dissolved", "pressured", "recruits-from"];

    /// <summary>How "from" stands to "to".</summary>
    public static string Kind(this Text text, ActorRelation relation) =>
        relation.Kind == RelationKind.Other && OtherTypes.Contains(relation.OriginalType)
            ? text[$"Actors.Other.{relation.OriginalType}"]
            : text.Of(relation.Kind);

    /// <summary>"2014 – 2017", "since 2014", "until 2017", or that the dates are not known.</summary>
    public static string Period(this Text text, string? from, string? to) => (from, to) switch
    {
        ({ } start, { } end) when start == end => text.Dates().Partial(start),
        ({ } start, { } end) => $"{text.Dates().Partial(start)} – {text.Dates().Partial(end)}",
        ({ } start, null) => text[$"Actors.Since.{Known(start)}", text.Dates().Partial(start)],
        (null, { } end) => text[$"Actors.Until.{Known(end)}", text.Dates().Partial(end)],
        _ => text["Actors.NoDates"],
    };

    /// <summary>The same for days; null is unknown or unbounded.</summary>
    public static string Period(this Text text, DateOnly? from, DateOnly? to) => text.Period(
        from?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        to?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>What the drawing writes under a relation: its dates, and its confidence where that is weak.</summary>
    public static string Qualified(this Text text, ActorRelation relation)
    {
        var period = text.Period(relation.ValidFrom, relation.ValidTo);
        return relation.Confidence >= RelationConfidence.Inferred
            ? $"{period} · {text.Of(relation.Confidence)}"
            : period;
    }

    /// <summary>French says "depuis le 2 mars" but "depuis mars".</summary>
    private static string Known(string date) => date.Length == 10 ? "Day" : "Month";
}
