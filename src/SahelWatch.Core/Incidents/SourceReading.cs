namespace SahelWatch.Incidents;

/// <summary>How much of a source was read when the record was made.</summary>
public enum SourceReading
{
    FullText,
    Excerpt,
    CitedOnly,
}
