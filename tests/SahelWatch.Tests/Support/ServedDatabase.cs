using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Hosting;

namespace SahelWatch.Tests.Support;

/// <summary>
/// A database file with the embedded data, looked at from outside while a published application serves it. What makes
/// people and sessions is the application's own services, which are not started.
/// </summary>
internal sealed class ServedDatabase : IAsyncDisposable
{
    private readonly WebApplication _services;

    private ServedDatabase(string path, WebApplication services) => (Path, _services) = (path, services);

    public string Path { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ServedDatabase> MakeAsync(string path)
    {
        var services = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [$"--Database:Path={path}"], ContentRootPath = AppContext.BaseDirectory,
        }).AddSahelWatch().Build();
        var start = services.Services.GetRequiredService<SiteStart>();
        await start.MigrateAsync(Stop);
        await start.SeedAsync(Stop);
        return new ServedDatabase(path, services);
    }

    /// <summary>A new person, signed in: the value of the session's cookie.</summary>
    public async Task<string> SignInAsync(string name, Role[] roles, TimeSpan seenAgo = default)
    {
        var person = await _services.Services.PersonAsync(name, [], roles);
        return (await _services.Services.SessionAsync(person, seenAgo)).Value;
    }

    public async Task<T> AskAsync<T>(Func<SahelWatchDbContext, Task<T>> question)
    {
        await using var scope = _services.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>());
    }

    public Task<string> IntegrityAsync() => AskAsync(db =>
        db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync(Stop));

    /// <summary>Copies what the log holds into the file and gives the log's room back.</summary>
    public void Checkpoint()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
    }

    /// <summary>Hash of all rows of all tables, in their order.</summary>
    public string Hash()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
        var tables = Rows(command).Select(row => (string)row[0]).ToList();
        var text = new StringBuilder();
        foreach (var table in tables)
        {
            command.CommandText = $"SELECT * FROM \"{table}\"";
            var rows = Rows(command).Select(row => string.Join('|', row.Select(value =>
                value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}")));
            text.AppendLine(table).AppendJoin('\n', rows.Order(StringComparer.Ordinal));
        }
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static List<object[]> Rows(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }
}
