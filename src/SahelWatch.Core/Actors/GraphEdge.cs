namespace SahelWatch.Actors;

/// <summary>
/// One relation of the drawing: a curve out of the focus that ends in a level stretch, with its kind above that
/// stretch and its dates below.
/// </summary>
/// <param name="Path">SVG path data from the focus to the neighbour.</param>
/// <param name="Arrow">SVG points of the arrowhead; null for relations that go both ways.</param>
public sealed record GraphEdge(
    ActorRelation Relation,
    string Path,
    string? Arrow,
    string Kind,
    GraphBox KindBox,
    string Dates,
    GraphBox DatesBox);
