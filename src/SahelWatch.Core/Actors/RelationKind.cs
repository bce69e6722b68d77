namespace SahelWatch.Actors;

/// <summary>
/// How one actor stands to another, read "from ... to": <see cref="ComponentOf"/> is the only one that makes a
/// search for the whole include the part. <see cref="Other"/> is told by the relation's statement alone.
/// </summary>
public enum RelationKind
{
    ComponentOf,
    AffiliateOf,
    SuccessorOf,
    SplinterOf,
    AlliedWith,
    RivalOf,
    BackedBy,
    HandedOverTo,
    Other,
}
