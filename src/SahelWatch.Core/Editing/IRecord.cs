namespace SahelWatch.Editing;

/// <summary>
/// A record of a <see cref="RecordKind"/>: its key in the database, its public one, and its saved state.
/// </summary>
public interface IRecord
{
    int Id { get; }

    string Slug { get; }

    /// <summary>Counts saved changes, from 1.</summary>
    int Version { get; set; }
}
