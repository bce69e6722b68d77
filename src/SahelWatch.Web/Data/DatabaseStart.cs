using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SahelWatch.Data;

/// <summary>
/// Brings the embedded database to the current model before anything else uses it: the file is made where it is
/// missing, and copied beside itself before a migration touches it.
/// </summary>
public static class DatabaseStart
{
    /// <summary>Longest wait for another process that migrates the same database.</summary>
    public static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(30);

    /// <exception cref="StartException">The database is locked, is not one, or another migration holds it.</exception>
    public static async Task MigrateAsync(SahelWatchDbContext db, CancellationToken cancellationToken)
    {
        var path = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LockPatience);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var applied = (await db.Database.GetAppliedMigrationsAsync(patience.Token)).ToList();
            var pending = (await db.Database.GetPendingMigrationsAsync(patience.Token)).ToList();
            if (pending.Count == 0)
            {
                return;
            }
            if (applied.Count > 0)
            {
                await BackUpAsync(db, $"{path}.before-{pending[^1]}", patience.Token);
            }
            await db.Database.MigrateAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StartException(string.Create(CultureInfo.InvariantCulture,
                $"The database {path} has been held by another migration for {LockPatience.TotalSeconds:0} s. If no other SahelWatch is starting on it, delete the row of its table __EFMigrationsLock and start again."));
        }
        catch (SqliteException error) when (error.SqliteErrorCode is 5 or 6)
        {
            throw new StartException($"The database {path} is locked by another program. Close it there and start again.");
        }
        catch (SqliteException error) when (error.SqliteErrorCode is 26 or 11)
        {
            throw new StartException($"The file {path} is no readable SQLite database ({error.Message.TrimEnd('.')}). Move it away, or set Database:Path to another file.");
        }
        catch (Exception error) when (error is SqliteException { SqliteErrorCode: 8 or 10 or 13 or 14 } or IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The database {path} cannot be opened or written: {error.Message.TrimEnd('.')}. Check that its folder exists, is writable and has room, or set Database:Path.");
        }
    }

    private static async Task BackUpAsync(SahelWatchDbContext db, string copy, CancellationToken cancellationToken)
    {
        if (!File.Exists(copy))
        {
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", cancellationToken);
        }
    }
}
