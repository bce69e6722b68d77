namespace SahelWatch.Querying;

/// <summary>
/// What a map counts over time: its groups of cells, then its areas by code, then all that is elsewhere.
/// </summary>
/// <param name="OfSlot">The group of each slot.</param>
/// <param name="InView">Of each spot, 1 where it is a point in the view and 0 where it is none.</param>
internal sealed record TimeGroups(int Count, int[] OfSlot, byte[] InView);
