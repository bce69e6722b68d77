namespace SahelWatch.Querying;

/// <summary>One value of a filter as it stands in the query string, and the filter without it.</summary>
public sealed record FilterPart(string Key, string Value, IncidentFilter Without);
