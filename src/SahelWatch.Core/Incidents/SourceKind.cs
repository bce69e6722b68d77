namespace SahelWatch.Incidents;

/// <summary>What kind of publication a source is.</summary>
public enum SourceKind
{
    TraditionalMedia,
    Report,
    LocalPartner,
    NewMedia,
    Official,
    GroupClaim,
    Reference,
}
