using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SahelWatch.Data;

/// <summary>Tells one state of an SQLite file from another without reading it.</summary>
internal static class SqliteState
{
    /// <summary>
    /// Size and time of the file, and of the log of commits beside it while that holds any: no commit, of this program
    /// or by hand, leaves all of them as they were. Commits in the log are brought into the file first, as the last
    /// connection to close would, so that the state outlives the program.
    /// </summary>
    /// <remarks>The files are not opened: closing one would drop the locks that SQLite holds on it.</remarks>
    public static string Of(string connectionString)
    {
        var path = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (new FileInfo($"{path}-wal") is { Exists: true, Length: > 0 })
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }
        return $"{Of(new FileInfo(path))} {Of(new FileInfo($"{path}-wal"))}";
    }

    private static string Of(FileInfo file) => file is { Exists: true, Length: > 0 }
        ? string.Create(CultureInfo.InvariantCulture, $"{file.Length}@{file.LastWriteTimeUtc:O}")
        : "-";
}
