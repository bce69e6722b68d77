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

    /// <exception cref="StartException">Another migration holds the database.</exception>
    public static async Task MigrateAsync(SahelWatchDbContext db, DateTime now, CancellationToken cancellationToken)
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
                await CopyAsync(db, Stamped(path, now), patience.Token);
            }
            await db.Database.MigrateAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StartException(
                $"The database {path} has been held by another migration for {LockPatience.TotalSeconds:0} s. If no "
                + "other SahelWatch is starting on it, delete the row of its table __EFMigrationsLock and start again.");
        }
    }

    private static string Stamped(string path, DateTime now) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}.before-{now:yyyyMMdd-HHmmss}");

    /// <summary>A copy appears under its name only when it is whole.</summary>
    private static async Task CopyAsync(SahelWatchDbContext db, string copy, CancellationToken cancellationToken)
    {
        var partial = $"{copy}.partial";
        File.Delete(partial);
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {partial}", cancellationToken);
        File.Move(partial, copy, overwrite: true);
    }
}
