using System.Collections.Immutable;
using SahelWatch.Actors;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// What a view shows: the one filter behind list, map, chart, export and API. Different fields narrow each other;
/// the values of one field widen it. Lists hold no value twice and are in order, so that equal filters have equal
/// query strings. Read and written as a query string by <see cref="FilterGrammar"/> alone, told in words by
/// <see cref="FilterSentence"/>.
/// </summary>
public sealed record IncidentFilter
{
    public const int DefaultPageSize = 50;
    public const int LargestPageSize = 200;

    /// <summary>Value of <see cref="Regions"/> for incidents whose region is not known.</summary>
    public const string NoRegion = "none";

    public static readonly IncidentFilter Everything = new();

    /// <summary>
    /// First day on which an incident may have begun. An incident of several days, or of a day not known exactly, is
    /// dated by its first possible day in every view, so that it counts once and list and chart agree.
    /// </summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day on which an incident may have begun.</summary>
    public DateOnly? To { get; init; }

    /// <summary>A span that ends today, in place of <see cref="From"/> and <see cref="To"/>.</summary>
    public RelativeSpan? Last { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>ISO 3166-2, or <see cref="NoRegion"/>.</summary>
    public ImmutableArray<string> Regions { get; init; } = [];

    /// <summary>Slugs; role and attribution are asked of the same entry as the actor.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];

    /// <summary>Whether an actor's components count as the actor, as known on the day of the incident.</summary>
    public bool Components { get; init; }

    public ImmutableArray<ActorKind> ActorKinds { get; init; } = [];

    public ImmutableArray<ActorRole> Roles { get; init; } = [];

    public ImmutableArray<Attribution> Attributions { get; init; } = [];

    public ImmutableArray<EventType> Types { get; init; } = [];

    public ImmutableArray<EventSubType> SubTypes { get; init; } = [];

    /// <summary>True leaves out what is not political violence, such as strategic developments.</summary>
    public bool PoliticalViolenceOnly { get; init; }

    public ImmutableArray<UcdpViolence> Violence { get; init; } = [];

    public ImmutableArray<string> Tactics { get; init; } = [];

    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>Deaths at least: the best figure, or the low one where there is no best.</summary>
    public int? DeathsAtLeast { get; init; }

    public ImmutableArray<GeoPrecision> GeoPrecisions { get; init; } = [];

    public ImmutableArray<DatePrecision> DatePrecisions { get; init; } = [];

    /// <summary>At least one citation is this good.</summary>
    public Grade? GradeAtLeast { get; init; }

    public bool? Checked { get; init; }

    public ImmutableArray<string> Collections { get; init; } = [];

    public BoundingBox? Box { get; init; }

    /// <summary>Words that title, summary, place or actor names must all hold.</summary>
    public string? Text { get; init; }

    public IncidentSort Sort { get; init; } = IncidentSort.Date;

    /// <summary>True is largest or newest first.</summary>
    public bool Descending { get; init; } = true;

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>1 to <see cref="LargestPageSize"/>.</summary>
    public int PageSize { get; init; } = DefaultPageSize;

    /// <summary>
    /// The same incidents in default order from the first page: what counts, maps and charts depend on.
    /// </summary>
    public IncidentFilter Selection =>
        this with { Sort = IncidentSort.Date, Descending = true, Page = 1, PageSize = DefaultPageSize };

    public bool IsEverything => FilterGrammar.Write(Selection).Length == 0;

    /// <summary>The days that the filter spans when today is <paramref name="today"/>.</summary>
    public (DateOnly First, DateOnly Last) Days(DateOnly today) => Last is { } span
        ? (span.FirstDay(today), today)
        : (From ?? DateOnly.MinValue, To ?? DateOnly.MaxValue);

    /// <summary>The same filter with today's relative dates made absolute, for links that must not move.</summary>
    public IncidentFilter Frozen(DateOnly today) =>
        Last is null ? this : this with { Last = null, From = Days(today).First, To = Days(today).Last };

    public bool Equals(IncidentFilter? other) =>
        other is not null && FilterGrammar.Write(this) == FilterGrammar.Write(other);

    public override int GetHashCode() => FilterGrammar.Write(this).GetHashCode(StringComparison.Ordinal);

    public override string ToString() => FilterGrammar.Write(this);
}
