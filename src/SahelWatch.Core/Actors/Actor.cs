using SahelWatch.Editing;
using SahelWatch.Incidents;

namespace SahelWatch.Actors;

/// <summary>A group, force or institution; never a person.</summary>
public sealed class Actor : IRecord
{
    public int Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; set; }

    /// <summary>The name in French, where it differs or is known.</summary>
    public string? NameFr { get; set; }

    /// <summary>The short form it is known by, where it has one.</summary>
    public string? Acronym { get; set; }

    public required ActorKind Kind { get; set; }

    public ActorSubKind SubKind { get; set; }

    /// <summary>ISO 3166-1 alpha-3 of the state it belongs to, where it belongs to one.</summary>
    public string? CountryCode { get; set; }

    /// <summary>Earliest activity the sources support: <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>.</summary>
    public string? ActiveFrom { get; set; }

    /// <summary>Latest activity the sources support, in the same forms.</summary>
    public string? ActiveTo { get; set; }

    public required string Description { get; set; }

    /// <summary>Counts saved changes, from 1; guards against overwriting another's edit.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The actor that this one turned out to be; its address leads there. Null for all others.</summary>
    public int? MergedIntoId { get; set; }

    public Actor? MergedInto { get; set; }

    public List<ActorAlias> Aliases { get; } = [];

    public List<ActorRelation> RelationsFrom { get; } = [];

    public List<ActorRelation> RelationsTo { get; } = [];

    public List<Source> Sources { get; } = [];
}
