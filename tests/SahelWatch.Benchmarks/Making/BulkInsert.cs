using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SahelWatch.Benchmarks.Making;

/// <summary>One prepared statement that adds rows to a table.</summary>
internal sealed class BulkInsert : IDisposable
{
    private readonly SqliteCommand _command;

    public BulkInsert(SqliteConnection connection, string table, params IReadOnlyList<string> columns)
    {
        _command = connection.CreateCommand();
        var names = columns
            .Select((_, place) => string.Create(CultureInfo.InvariantCulture, $"$p{place}")).ToList();
        _command.CommandText =
            $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", names)})";
        foreach (var name in names)
        {
            _command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }
        _command.Prepare();
    }

    public void Add(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
