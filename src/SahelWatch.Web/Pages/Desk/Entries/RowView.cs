namespace SahelWatch.Pages.Desk.Entries;

/// <summary>One row of a list of the form.</summary>
/// <param name="At">Its number on the page; a sign in place of it in the row that scripts copy.</param>
public sealed record RowView<T>(EntryPage Page, string At, T Row);
