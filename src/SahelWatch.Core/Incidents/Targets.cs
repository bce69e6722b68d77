namespace SahelWatch.Incidents;

/// <summary>What was attacked, several at once: codes of the curated set, at most 64.</summary>
public static class Targets
{
    public static readonly IReadOnlyList<string> All =
    [
        "armed-groups", "civilians", "diplomatic", "election", "foreign-forces", "government", "humanitarian",
        "infrastructure", "media", "mining", "peacekeepers", "refugees", "school", "state-forces", "worship",
    ];
}
