namespace SahelWatch.Importing;

/// <summary>
/// What a load of the embedded set did to the incidents. <paramref name="Kept"/> are the numbers of those that differ
/// from the set and were left alone because an editor has changed them; <paramref name="Vanished"/> are records
/// ("kind/key") that an earlier set held and this one does not: they stay. With problems, nothing was loaded.
/// </summary>
public sealed record SeedResult(
    int Inserted,
    int Updated,
    int Unchanged,
    IReadOnlyList<int> Kept,
    IReadOnlyList<string> Vanished,
    IReadOnlyList<Problem> Problems)
{
    /// <summary>
    /// Reference records ("kind/key") of the set that were left alone because people have changed them.
    /// </summary>
    public IReadOnlyList<string> KeptRecords { get; init; } = [];

    /// <summary>The database already held exactly this set.</summary>
    public static readonly SeedResult Current = new(0, 0, 0, [], [], []);

    public static SeedResult Refused(IReadOnlyList<Problem> problems) => Current with { Problems = problems };
}
