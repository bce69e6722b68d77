using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;

namespace SahelWatch.Tests.Support;

/// <summary>Every cell of a database at one moment: table, row and column.</summary>
internal sealed class WholeDatabase
{
    private readonly Dictionary<(string Table, long Row, string Column), string?> _cells = [];

    public static async Task<WholeDatabase> ReadAsync(SahelWatchDbContext db)
    {
        var stop = TestContext.Current.CancellationToken;
        var whole = new WholeDatabase();
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(stop);
        List<string> tables = [];
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
            await using var names = await command.ExecuteReaderAsync(stop);
            while (await names.ReadAsync(stop))
            {
                tables.Add(names.GetString(0));
            }
        }
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT rowid AS row_, * FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync(stop);
            while (await rows.ReadAsync(stop))
            {
                for (var column = 1; column < rows.FieldCount; column++)
                {
                    whole._cells[(table, rows.GetInt64(0), rows.GetName(column))] = rows.IsDBNull(column)
                        ? null
                        : Convert.ToString(rows.GetValue(column), CultureInfo.InvariantCulture);
                }
            }
        }
        return whole;
    }

    /// <summary>
    /// What a change did, in order: <c>Table.Column</c> where a value changed, <c>+Table</c> where a row was added and
    /// <c>-Table</c> where one is gone.
    /// </summary>
    public IReadOnlyList<string> ChangesTo(WholeDatabase later)
    {
        var rows = _cells.Keys.Select(cell => (cell.Table, cell.Row)).ToHashSet();
        var laterRows = later._cells.Keys.Select(cell => (cell.Table, cell.Row)).ToHashSet();
        return
        [
            .. later._cells.Where(cell => _cells.TryGetValue(cell.Key, out var before) && before != cell.Value)
                .Select(cell => $"{cell.Key.Table}.{cell.Key.Column}")
                .Concat(laterRows.Except(rows).Select(row => $"+{row.Table}"))
                .Concat(rows.Except(laterRows).Select(row => $"-{row.Table}"))
                .Distinct().Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Where a text stands.</summary>
    public IEnumerable<string> Holding(string text) => _cells
        .Where(cell => cell.Value?.Contains(text, StringComparison.Ordinal) == true)
        .Select(cell => $"{cell.Key.Table}.{cell.Key.Column}: {cell.Value}");
}
