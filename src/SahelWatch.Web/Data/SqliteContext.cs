using Microsoft.EntityFrameworkCore;

namespace SahelWatch.Data;

/// <summary>The model on SQLite.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : SahelWatchDbContext(options)
{
    private static readonly SqlitePragmas Pragmas = new();
    private static readonly RevisionGuard Guard = new();

    /// <summary>Provider, migrations and pragmas for a database file or connection string.</summary>
    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseSqlite(connectionString, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(Pragmas, Guard);
}
