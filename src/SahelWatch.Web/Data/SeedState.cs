namespace SahelWatch.Data;

/// <summary>Which embedded set this database was last loaded from; one row.</summary>
public sealed class SeedState
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required string Sha256 { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime LoadedAt { get; set; }

    /// <summary>Every record of that set, as "kind/key", to tell which have vanished from a later one.</summary>
    public List<string> Keys { get; set; } = [];
}
