using SahelWatch.Editing;
using SahelWatch.Pages.Changes;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Desk.Records;

/// <summary>One revision of a record, to be shown field by field.</summary>
public sealed record RevisionView(RecordKind Kind, ToldRevision Revision, Reference Reference);
