using SahelWatch.Querying;

namespace SahelWatch.Trends;

/// <summary>One tactic: its incidents in all, and in each year of the table.</summary>
public sealed record TacticYearRow(string Tactic, Counted Total, IReadOnlyList<Counted> Cells);
