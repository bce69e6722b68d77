using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>The records that incidents refer to, and that editors keep.</summary>
public enum RecordKind
{
    Actor,
    Relation,
    Place,
    PoliticalEvent,
    Source,
}

/// <summary>How a revision names the record it is about: kind and key, such as <c>actor/jnim</c>.</summary>
public static class RecordName
{
    public static string Of(RecordKind kind, string slug) => $"{Code.Of(kind)}/{slug}";

    public static string Of(IRecord record) => Of(KindOf(record), record.Slug);

    public static RecordKind KindOf(IRecord record) => record switch
    {
        Actor => RecordKind.Actor,
        ActorRelation => RecordKind.Relation,
        Place => RecordKind.Place,
        PoliticalEvent => RecordKind.PoliticalEvent,
        Source => RecordKind.Source,
        _ => throw new ArgumentException($"{record.GetType().Name} has no kind.", nameof(record)),
    };

    /// <summary>Kind and key; null where the text names no record.</summary>
    public static (RecordKind Kind, string Slug)? Read(string? name) =>
        name?.Split('/', 2) is [var code, { Length: > 0 } slug] && Code.TryParse<RecordKind>(code, out var kind)
            ? (kind, slug)
            : null;
}
