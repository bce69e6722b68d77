namespace SahelWatch.Querying;

/// <summary>
/// What came of reading a query string: a filter, and every part of the string that could not be read.
/// </summary>
public sealed record FilterReading(IncidentFilter Filter, IReadOnlyList<Problem> Problems);
