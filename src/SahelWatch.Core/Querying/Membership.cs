namespace SahelWatch.Querying;

/// <summary>The days, both included, on which an actor counts as part of another.</summary>
public readonly record struct Membership(string Slug, DateOnly From, DateOnly To)
{
    public bool Holds(DateOnly day) => day >= From && day <= To;

    public bool Covers(Membership other) => Slug == other.Slug && From <= other.From && To >= other.To;
}
