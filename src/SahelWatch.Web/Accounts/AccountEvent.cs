namespace SahelWatch.Accounts;

/// <summary>One thing that happened to an account, for administrators. Never changed, never deleted.</summary>
public sealed class AccountEvent
{
    public int Id { get; init; }

    public required int AccountId { get; init; }

    /// <summary>Who did it; null for the program.</summary>
    public int? ById { get; init; }

    public required AccountEventKind Kind { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Values before and after, where there are any; never a secret.</summary>
    public string? Detail { get; init; }
}
