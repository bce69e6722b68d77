namespace SahelWatch.Incidents;

/// <summary>What a collection holds.</summary>
public enum CollectionItemKind
{
    Incident,
    PoliticalEvent,
    Actor,
    ActorRelation,
}
