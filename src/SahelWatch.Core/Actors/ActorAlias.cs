namespace SahelWatch.Actors;

/// <summary>Another name or spelling of an actor, and the dataset that uses it where one does.</summary>
public sealed class ActorAlias
{
    public int ActorId { get; init; }

    public required string Name { get; init; }

    public string? UsedBy { get; set; }
}
