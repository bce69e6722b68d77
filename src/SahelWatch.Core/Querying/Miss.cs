namespace SahelWatch.Querying;

/// <summary>
/// The columns by which a row fails a filter. A panel leaves out its own column: a row counts in it that fails by no
/// other.
/// </summary>
[Flags]
internal enum Miss : byte
{
    None = 0,
    Date = 1,
    Area = 1 << 1,
    Kind = 1 << 2,
    Parties = 1 << 3,
    Means = 1 << 4,
    Evidence = 1 << 5,

    /// <summary>Columns without a panel: toll, point, text.</summary>
    Rest = 1 << 6,
}
