using Microsoft.Data.Sqlite;

namespace SahelWatch.Hosting;

/// <summary>Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>
    /// How long a statement waits for a lock that another one holds; the longest save takes a fraction.
    /// </summary>
    private const int LockSeconds = 10;

    /// <summary>
    /// Path of the SQLite file. A relative path starts at the solution folder when run from a clone, else at the folder
    /// of the executable.
    /// </summary>
    public string Path { get; init; } = "data/local/sahelwatch.db";

    public string FullPath => AppFolders.Resolve(Path);

    /// <summary>
    /// Path of the snapshot of the index, by default that of the database with <c>.index</c> added; <c>none</c> keeps
    /// none.
    /// </summary>
    public string? SnapshotPath { get; init; }

    /// <summary>Null where no snapshot is kept.</summary>
    public string? FullSnapshotPath => SnapshotPath switch
    {
        null or "" => $"{FullPath}.index",
        "none" => null,
        _ => AppFolders.Resolve(SnapshotPath),
    };

    public string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = FullPath,
        DefaultTimeout = LockSeconds,
    }.ConnectionString;
}
