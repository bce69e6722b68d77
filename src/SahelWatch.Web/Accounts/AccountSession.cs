namespace SahelWatch.Accounts;

/// <summary>One sign-in on one device, until it is ended or runs out.</summary>
public sealed class AccountSession
{
    /// <summary>Random; the cookie carries it.</summary>
    public required string Key { get; init; }

    public required int AccountId { get; init; }

    /// <summary>Browser and system, as the browser names them.</summary>
    public required string Device { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>UTC, to the minute.</summary>
    public required DateTime SeenAt { get; set; }

    /// <summary>UTC; null while it holds.</summary>
    public DateTime? EndedAt { get; set; }
}
