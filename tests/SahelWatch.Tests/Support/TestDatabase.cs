using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SahelWatch.Data;

namespace SahelWatch.Tests.Support;

/// <summary>A throw-away SQLite file with the migrations applied.</summary>
public sealed class TestDatabase : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sahelwatch-").FullName;

    public TestDatabase()
    {
        using var context = Open();
        context.Database.Migrate();
    }

    public string Path => System.IO.Path.Combine(folder, "test.db");

    public SqliteContext Open(params IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<SqliteContext>();
        SqliteContext.Configure(options, $"Data Source={Path};Pooling=False");
        options.AddInterceptors(interceptors);
        return new SqliteContext(options.Options);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
