using Microsoft.Data.Sqlite;

namespace SahelWatch.Hosting;

/// <summary>Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>
    /// Path of the SQLite file. A relative path starts at the solution folder when run from a clone, else at the folder
    /// of the executable.
    /// </summary>
    public string Path { get; init; } = "data/local/sahelwatch.db";

    public string FullPath => AppFolders.Resolve(Path);

    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = FullPath }.ConnectionString;
}
