namespace SahelWatch.Querying;

/// <summary>Cells drawn as one mark.</summary>
/// <param name="Home">The one that stays where it is.</param>
/// <param name="Parts">All of them, with their slots.</param>
internal sealed record MapGroup(GridCell Home, IReadOnlyList<(GridCell Cell, int Slot)> Parts)
{
    public int InView => Parts.Sum(part => part.Cell.InView);

    public BoundingBox Box => Parts.Select(part => part.Cell.Box).Aggregate((box, other) => box.With(other));
}
