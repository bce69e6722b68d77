using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>What a form says, or why it cannot be published yet.</summary>
/// <param name="Incident">
/// The incident as its public will see it, not yet a record of any database; null while there are problems. It refers
/// to the records given, and to new ones for a place or source that none of them is.
/// </param>
/// <param name="Exact">The exact place, where the public sees a coarser one.</param>
/// <param name="Problems">
/// Named by the form's fields, such as <c>Citations[0].Url</c>, in the order in which the form asks for them.
/// </param>
public sealed record EntryReading(Incident? Incident, ExactPlace? Exact, IReadOnlyList<Problem> Problems);
