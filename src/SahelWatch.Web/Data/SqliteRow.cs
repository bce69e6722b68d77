using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SahelWatch.Data;

/// <summary>The row that a reader stands on, read without making objects: a million rows are read at start.</summary>
internal readonly struct SqliteRow(SqliteDataReader reader)
{
    private readonly sqlite3_stmt _row = reader.Handle!;

    public int Int(int column) => raw.sqlite3_column_int(_row, column);

    /// <summary>Null for a negative number, in which a query can turn a null.</summary>
    public int? Known(int column) => Int(column) is >= 0 and var number ? number : null;

    public double Number(int column) => raw.sqlite3_column_double(_row, column);

    /// <summary>UTF-8, empty for null; until the next row.</summary>
    public ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(_row, column);
}
