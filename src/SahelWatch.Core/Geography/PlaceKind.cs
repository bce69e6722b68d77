namespace SahelWatch.Geography;

/// <summary>What a gazetteer entry names.</summary>
public enum PlaceKind
{
    Settlement,
    Site,
    Road,
    Area,
    Region,
    Country,
    MacroRegion,
}
