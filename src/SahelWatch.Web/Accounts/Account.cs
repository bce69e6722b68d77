using Microsoft.AspNetCore.Identity;
using SahelWatch.Editing;

namespace SahelWatch.Accounts;

/// <summary>
/// A person who can sign in, by the address they were invited at. Never deleted, so that history keeps names.
/// </summary>
public sealed class Account : IdentityUser<int>
{
    /// <summary>The name that colleagues see.</summary>
    public required string Name { get; set; }

    public List<Role> Roles { get; set; } = [];

    /// <summary>Codes of the regions that editor and manager rights are limited to; empty for all.</summary>
    public List<string> Regions { get; set; } = [];

    public bool IsDisabled { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>The 30-second step of the last one-time code taken, so that none is taken twice.</summary>
    public long LastCodeStep { get; set; }

    public Person Person => new(Id, Name, Roles, Regions);
}
