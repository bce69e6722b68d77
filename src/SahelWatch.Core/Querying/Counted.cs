namespace SahelWatch.Querying;

/// <summary>
/// A number of incidents and the filter whose list holds exactly these; null where no filter can ask for them.
/// </summary>
public readonly record struct Counted(int Count, IncidentFilter? Filter);
