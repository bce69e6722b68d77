namespace SahelWatch.Incidents;

/// <summary>
/// The tactics an incident can carry, several at once: codes of the curated set, at most 64 so that one incident's
/// tactics fit a bit set.
/// </summary>
public static class Tactics
{
    public static readonly IReadOnlyList<string> All =
    [
        "abduction", "accident", "air-strike", "ambush", "arrest", "arson", "assassination", "base-assault",
        "base-handover", "base-withdrawal", "checkpoint", "clash", "combat-operation", "complex-attack",
        "cross-border", "crowd-control", "crowd-violence", "detention", "disappearance", "disguise", "displacement",
        "drone-strike", "drone-use", "election-disruption", "execution", "grenade", "helicopter-assault",
        "heritage-destruction", "hostage-taking", "hotel-attack", "ied", "infiltration", "intimidation", "jailbreak",
        "joint-operation", "landmine", "looting", "motorcycle-raid", "offensive", "raid", "reprisal", "rocket-mortar",
        "school-attack", "sexual-violence", "siege-blockade", "small-arms", "special-forces-raid", "suicide-vest",
        "svbied", "sweep-operation", "takeover", "tear-gas", "urban-fighting", "village-raid", "worship-attack",
    ];
}
