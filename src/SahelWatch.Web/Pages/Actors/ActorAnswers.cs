using System.Text.Json.Serialization;
using SahelWatch.Actors;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Actors;

/// <summary>Answer of <c>/api/v1/actors</c>: actors in the page's order, counted under the filter.</summary>
public sealed record ActorListAnswer([property: JsonIgnore] AnswerHead Head, IReadOnlyList<ActorAnswer> Items)
    : AnswerHead(Head);

/// <summary>One actor and how many incidents of the filter name it.</summary>
public sealed record ActorAnswer(
    string Slug,
    string Name,
    string? Acronym,
    ActorKind Kind,
    ActorSubKind SubKind,
    string? Country,
    string? ActiveFrom,
    string? ActiveTo,
    IReadOnlyList<AliasAnswer> Aliases,
    int Incidents,
    int AsPerpetrator,
    int InOtherRoles,
    IReadOnlyList<RelationAnswer> Relations)
{
    public static ActorAnswer Of(ActorCount count, Reference reference) => new(
        count.Actor.Slug,
        count.Actor.Name,
        count.Actor.Acronym,
        count.Actor.Kind,
        count.Actor.SubKind,
        count.Actor.CountryCode,
        count.Actor.ActiveFrom,
        count.Actor.ActiveTo,
        [.. count.Actor.Aliases.Select(alias => new AliasAnswer(alias.Name, alias.UsedBy))],
        count.Incidents.Count,
        count.AsPerpetrator.Count,
        count.InOtherRoles.Count,
        [
            .. reference.Relations
                .Where(relation => relation.From.Slug == count.Actor.Slug || relation.To.Slug == count.Actor.Slug)
                .Select(RelationAnswer.Of),
        ]);
}

public sealed record AliasAnswer(string Name, string? UsedBy);

/// <summary>A relation, read "from ... to"; dates as known, null for unknown.</summary>
public sealed record RelationAnswer(
    string Slug,
    string From,
    RelationKind Kind,
    string To,
    string? OriginalType,
    string? ValidFrom,
    string? ValidTo,
    RelationConfidence Confidence,
    string Statement)
{
    public static RelationAnswer Of(ActorRelation relation) => new(
        relation.Slug, relation.From.Slug, relation.Kind, relation.To.Slug, relation.OriginalType,
        relation.ValidFrom, relation.ValidTo, relation.Confidence, relation.Statement);
}

/// <summary>Answer of <c>/api/v1/actors/{slug}</c>.</summary>
/// <param name="Components">Parts of the actor and the days on which they were; null is no bound.</param>
public sealed record ActorDetailsAnswer(
    [property: JsonIgnore] AnswerHead Head,
    ActorAnswer Actor,
    string Description,
    IReadOnlyList<ComponentAnswer> Components,
    TrendFigure Deaths,
    IReadOnlyDictionary<string, int> Regions,
    IReadOnlyDictionary<string, int> Tactics,
    IReadOnlyList<SourceAnswer> Sources) : AnswerHead(Head);

public sealed record ComponentAnswer(string Slug, DateOnly? From, DateOnly? To)
{
    public static ComponentAnswer Of(Membership part) => new(
        part.Slug,
        part.From == DateOnly.MinValue ? null : part.From,
        part.To == DateOnly.MaxValue ? null : part.To);
}

public sealed record SourceAnswer(
    string Slug, string? Publisher, string? Title, string? PublishedOn, string? Url, string Language)
{
    public static SourceAnswer Of(Source source) => new(
        source.Slug, source.Publisher, source.Title, source.PublishedOn, source.Link?.AbsoluteUri, source.Language);
}
