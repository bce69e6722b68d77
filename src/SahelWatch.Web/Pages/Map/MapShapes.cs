using SahelWatch.Incidents;

namespace SahelWatch.Pages.Map;

/// <summary>The shape of each event type in a box of 20 by 20, as in <c>marks.svg</c>.</summary>
public static class MapShapes
{
    public static string PathOf(EventType type) => type switch
    {
        EventType.Battles => "M10 1.5 18.5 10 10 18.5 1.5 10z",
        EventType.Explosions => "M10 2 18.8 17.5H1.2z",
        EventType.ViolenceAgainstCivilians => "M10 2.4a7.6 7.6 0 1 1 0 15.2a7.6 7.6 0 1 1 0-15.2z",
        EventType.Protests => "M3 3h14v14H3z",
        EventType.Riots => "M5.7 2.5h8.6l4.3 7.5-4.3 7.5H5.7L1.4 10z",
        _ => "M7 2h6v5h5v6h-5v5H7v-5H2V7h5z",
    };
}
