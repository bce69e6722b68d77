using SahelWatch.Incidents;

namespace SahelWatch.Pages.Map;

/// <summary>The row that the page's script copies and fills, so that a row is laid out in one place.</summary>
public static class MapRows
{
    public static readonly LineAnswer Blank = new(
        0, "", "", "", "", "", EventType.Battles, "", GeoPrecision.Exact, 0, 0, 0, null);
}
