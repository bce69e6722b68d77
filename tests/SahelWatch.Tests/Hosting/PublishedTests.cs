using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Hosting;

/// <summary>How the published application starts and what its verbs say.</summary>
public sealed class PublishedTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sahelwatch-published-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder, "sahelwatch.db");

    [Fact]
    public async Task It_serves_pages_and_files_from_any_folder_and_loads_nothing_twice()
    {
        for (var start = 1; start <= 2; start++)
        {
            using var app = await PublishedApp.StartAsync(Database);
            using var client = app.Browser();

            Assert.Contains("<h1", await client.GetStringAsync("/incidents", Stop), StringComparison.Ordinal);
            Assert.NotEmpty(await client.GetByteArrayAsync("/css/base.css", Stop));
            Assert.NotEmpty(await client.GetByteArrayAsync("/lib/leaflet/dist/leaflet.js", Stop));
            app.Kill();
            Assert.Equal(start == 1, app.Output.Contains("Embedded data loaded", StringComparison.Ordinal));
        }
        Assert.Equal(299, Count("SELECT count(*) FROM Incidents"));
        Assert.Equal(299, Count("SELECT count(*) FROM Revisions"));
    }

    [Fact]
    public async Task It_serves_a_database_that_the_benchmarks_make()
    {
        var benchmarks = Path.Combine(
            AppContext.BaseDirectory.Replace("SahelWatch.Tests", "SahelWatch.Benchmarks", StringComparison.Ordinal),
            "SahelWatch.Benchmarks.dll");
        Assert.SkipUnless(File.Exists(benchmarks), "The benchmarks are not built.");
        using var make = Process.Start(
            new ProcessStartInfo("dotnet", [benchmarks, "make", Database, "--rows", "200"])
            {
                RedirectStandardError = true,
            })!;
        var errors = await make.StandardError.ReadToEndAsync(Stop);
        await make.WaitForExitAsync(Stop);
        Assert.Equal((0, ""), (make.ExitCode, errors));

        using var app = await PublishedApp.StartAsync(Database);
        using var client = app.Browser();

        var answer = await client.GetStringAsync("/api/v1/incidents?size=1", Stop);
        Assert.Contains("\"total\":499", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_in_use_is_told_in_a_sentence()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var (code, output) = await RunAsync("--Urls", $"http://127.0.0.1:{port}");

        Assert.Equal(1, code);
        Assert.Contains($"The port is in use by another program: http://127.0.0.1:{port}", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("seed")]
    [InlineData("check")]
    [InlineData("--Urls=http://127.0.0.1:0")]
    public async Task Locked_database_is_told_in_a_sentence(string arguments)
    {
        await using var holder = new SqliteConnection($"Data Source={Database}");
        holder.Open();
        Execute(holder, "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE held (id INTEGER);");

        var (code, output) = await RunAsync(arguments);

        Assert.Equal(1, code);
        Assert.Contains("is locked by another program", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data/boundaries/regions.geojson", "{", "Region boundaries are not readable")]
    [InlineData("data/seed/incidents.json", "[{\"id\": \"x\"}]", "incidents.json: x: ")]
    [InlineData("data/seed/actors.json", "[{", "actors.json: line 1")]
    public async Task Broken_data_file_is_named_and_nothing_is_loaded(string file, string content, string said)
    {
        var copy = Directory.CreateDirectory(Path.Combine(_folder, "app")).FullName;
        foreach (var source in Directory.EnumerateFiles(PublishedApp.Folder, "*", SearchOption.AllDirectories)
            .Where(source => !source.Contains("wwwroot", StringComparison.Ordinal)))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(PublishedApp.Folder, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }
        await File.WriteAllTextAsync(Path.Combine(copy, file), content, Stop);

        var (code, output) = await RunFromAsync(copy, "seed");

        Assert.Equal(1, code);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Equal(0, Count("SELECT count(*) FROM Actors"));
    }

    [Fact]
    public async Task File_that_is_no_database_is_told_and_kept()
    {
        await File.WriteAllTextAsync(Database, new string('x', 5000), Stop);

        var (code, output) = await RunAsync("migrate");

        Assert.Equal(1, code);
        Assert.Contains("is no readable SQLite database", output, StringComparison.Ordinal);
        Assert.Equal(5000, new FileInfo(Database).Length);
    }

    [Fact]
    public async Task Abandoned_migration_lock_ends_the_start_with_the_remedy()
    {
        Assert.Equal(0, (await RunAsync("migrate")).Code);
        using (var connection = new SqliteConnection($"Data Source={Database}"))
        {
            connection.Open();
            Execute(connection, "DELETE FROM __EFMigrationsHistory; "
                + "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); "
                + "INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01');");
        }
        SqliteConnection.ClearAllPools();

        var (code, output) = await RunAsync("migrate");

        Assert.Equal(1, code);
        Assert.Contains("__EFMigrationsLock", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", 0, "check")]
    [InlineData("seed --help", 0, "Loads or updates")]
    [InlineData("migrate", 0, "current model")]
    [InlineData("seed", 0, "299 new")]
    [InlineData("check", 0, "0 problem(s)")]
    [InlineData("bogus", 2, "none of the verbs")]
    [InlineData("migrate twice", 2, "none of the verbs")]
    [InlineData("--Urls http://localhost:1 migrate", 0, "current model")]
    [InlineData("--Urls http://localhost:1 --help", 0, "serves the site")]
    [InlineData("migrate --Map:TileUrl=ftp://tiles", 1, "Map:TileUrl is 'ftp://tiles'")]
    [InlineData("migrate --Limits:FilesPerMinute=0", 1, "Limits:FilesPerMinute must be 1 or more")]
    [InlineData("migrate --Limits:FilesPerMinute=many", 1, "many")]
    [InlineData("migrate --Proxies:0=gateway", 1, "Proxies holds 'gateway'")]
    public async Task Verb_says_what_it_did_and_exits_by_it(string arguments, int code, string said)
    {
        var result = await RunAsync(arguments.Split(' '));

        Assert.Contains(said, result.Output, StringComparison.Ordinal);
        Assert.Equal(code, result.Code);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<(int Code, string Output)> RunAsync(params string[] arguments) => RunFromAsync(PublishedApp.Folder, arguments);

    private async Task<(int Code, string Output)> RunFromAsync(string application, params string[] arguments)
    {
        using var app = PublishedApp.Launch(application, Database, arguments);
        var output = app.StandardOutput.ReadToEndAsync(Stop);
        var errors = app.StandardError.ReadToEndAsync(Stop);
        await app.WaitForExitAsync(Stop);
        return (app.ExitCode, await output + await errors);
    }

    private int Count(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
