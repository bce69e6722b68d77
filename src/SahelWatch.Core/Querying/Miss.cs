namespace SahelWatch.Querying;

/// <summary>
/// The columns by which a row fails a filter. A panel leaves out its own column: a row counts in it that fails by no
/// other.
/// </summary>
[Flags]
internal enum Miss : byte
{
    None = 0,
    Area = 1,
    Kind = 1 << 1,
    Parties = 1 << 2,
    Means = 1 << 3,
    Evidence = 1 << 4,

    /// <summary>Columns without a panel: toll, point, text.</summary>
    Rest = 1 << 5,
}
