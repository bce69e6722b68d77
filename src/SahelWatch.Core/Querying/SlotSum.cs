using SahelWatch.Trends;

namespace SahelWatch.Querying;

/// <summary>What the incidents of some slots add up to.</summary>
/// <param name="Types">Incidents by event type.</param>
/// <param name="Colours">Incidents by colour.</param>
/// <param name="Row">The last row.</param>
internal sealed record SlotSum(TrendFigure Figure, int[] Types, int[] Colours, int Row);
