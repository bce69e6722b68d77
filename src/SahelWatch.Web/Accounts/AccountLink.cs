using SahelWatch.Editing;

namespace SahelWatch.Accounts;

/// <summary>A one-time link by which a person makes an account or sets a new password.</summary>
public sealed class AccountLink
{
    public int Id { get; init; }

    public required AccountLinkKind Kind { get; init; }

    /// <summary>SHA-256 of the link's secret, in hexadecimal; the secret itself is not kept.</summary>
    public required string SecretHash { get; init; }

    /// <summary>Address it was made for; null for the first administrator's.</summary>
    public string? Email { get; init; }

    public List<Role> Roles { get; init; } = [];

    public List<string> Regions { get; init; } = [];

    /// <summary>Account whose password it sets, or that was made by it.</summary>
    public int? AccountId { get; set; }

    /// <summary>Who made it; null for the first administrator's.</summary>
    public int? MadeById { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>UTC; null while it can be used.</summary>
    public DateTime? UsedAt { get; set; }

    /// <summary>UTC; null while it was not taken back.</summary>
    public DateTime? RevokedAt { get; set; }
}
