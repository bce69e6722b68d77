namespace SahelWatch.Editing;

/// <summary>A signed-in person: who it is, and what it may do where.</summary>
/// <param name="Regions">Codes of the regions that editor and manager rights are limited to; empty for all.</param>
public sealed record Person(
    int Id, string Name, IReadOnlyCollection<Role> Roles, IReadOnlyCollection<string> Regions)
{
    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>Whether editor and manager rights hold for a place in this region; null is an unknown region.</summary>
    public bool Covers(string? region) => Regions.Count == 0 || (region is not null && Regions.Contains(region));
}
