using SahelWatch.Incidents;

namespace SahelWatch.Pages.Incidents;

/// <summary>One source as an incident cites it, with what is kept of its page.</summary>
public sealed record CitedSource(Citation Citation, IEnumerable<CopyNote> Copies);

/// <summary>That a copy of a source's page was kept; what it says is its author's and not told.</summary>
/// <param name="FetchedAt">UTC.</param>
/// <param name="Sha256">Of the bytes received, in hexadecimal.</param>
public sealed record CopyNote(int SourceId, DateTime FetchedAt, string Sha256);
