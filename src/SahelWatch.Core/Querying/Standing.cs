namespace SahelWatch.Querying;

/// <summary>
/// How many incidents stand behind a figure, how many of them were checked, how many sources they cite.
/// </summary>
public readonly record struct Standing(int Incidents, int Checked, int Sources);
