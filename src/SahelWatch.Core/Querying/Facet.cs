namespace SahelWatch.Querying;

/// <summary>Filter keys whose values are counted beside them.</summary>
public enum Facet
{
    Country,
    Region,
    Actor,
    Kind,
    Role,
    Attribution,
    Type,
    Subtype,
    Tactic,
    Target,
    Geo,
    Time,
    Ucdp,
    Checked,
    Collection,
}
