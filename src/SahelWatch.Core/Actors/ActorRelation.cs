using SahelWatch.Editing;
using SahelWatch.Incidents;

namespace SahelWatch.Actors;

/// <summary>A dated, sourced relation between two actors.</summary>
public sealed class ActorRelation : IRecord
{
    public int Id { get; init; }

    public required string Slug { get; init; }

    public int FromId { get; init; }

    public required Actor From { get; set; }

    public int ToId { get; init; }

    public required Actor To { get; set; }

    public required RelationKind Kind { get; set; }

    /// <summary>Type as the embedded set names it, before it was mapped to <see cref="Kind"/>.</summary>
    public string? OriginalType { get; set; }

    public required string Statement { get; set; }

    /// <summary>Start as known (<c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>); null is unknown.</summary>
    public string? ValidFrom { get; set; }

    /// <summary>End as known, inclusive; null is unknown or not ended.</summary>
    public string? ValidTo { get; set; }

    public required RelationConfidence Confidence { get; set; }

    public string? Note { get; set; }

    /// <summary>Counts saved changes, from 1; guards against overwriting another's edit.</summary>
    public int Version { get; set; } = 1;

    public List<Source> Sources { get; } = [];
}
