namespace SahelWatch.Geography;

/// <summary>The set of boundaries that regions belong to, its period of validity and what it leaves out.</summary>
public sealed record BoundaryLayout(
    string Id,
    string NameEn,
    string NameFr,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string Note);
