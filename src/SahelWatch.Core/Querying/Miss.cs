namespace SahelWatch.Querying;

/// <summary>
/// The parts of a filter that a row does not meet; a row that misses one part alone counts in that part's facet.
/// </summary>
[Flags]
internal enum Miss
{
    None = 0,
    Date = 1,
    Country = 1 << 1,
    Region = 1 << 2,
    Party = 1 << 3,
    Type = 1 << 4,
    SubType = 1 << 5,
    Violence = 1 << 6,
    Tactic = 1 << 7,
    Target = 1 << 8,
    GeoPrecision = 1 << 9,
    DatePrecision = 1 << 10,
    Checked = 1 << 11,
    Collection = 1 << 12,

    /// <summary>Parts that are no facet: deaths, grade, box, text, political violence only.</summary>
    Rest = 1 << 13,
}
