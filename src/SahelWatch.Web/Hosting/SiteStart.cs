using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Importing;

namespace SahelWatch.Hosting;

/// <summary>
/// What has to be true before the first request: the database is current, the embedded set is in it, and the index
/// stands.
/// </summary>
public sealed partial class SiteStart(
    IServiceScopeFactory scopes,
    EmbeddedSet embedded,
    IncidentStore store,
    IndexFile file,
    Lookups lookups,
    Text text,
    TimeProvider time,
    ILogger<SiteStart> logger)
    : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _warming = Task.CompletedTask;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await MigrateAsync(cancellationToken);
        await SeedAsync(cancellationToken);
        await LoadIndexAsync(cancellationToken);
    }

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await DatabaseStart.MigrateAsync(
            scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>(),
            time.GetUtcNow().UtcDateTime,
            cancellationToken);
    }

    /// <exception cref="StartException">A data file is broken; nothing was loaded.</exception>
    public async Task<SeedResult> SeedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<SeedLoader>()
            .LoadAsync(embedded.Files, embedded.Boundaries, cancellationToken);
        if (result.Problems.Count > 0)
        {
            throw new StartException(string.Join('\n', result.Problems.Take(20)
                .Select(problem => problem.Sentence(text))
                .Prepend($"The embedded data has {result.Problems.Count} problem(s); nothing was loaded.")));
        }
        if (result.Inserted + result.Updated > 0)
        {
            Log.Seeded(logger, result.Inserted, result.Updated, result.Unchanged,
                result.Kept.Count + result.KeptRecords.Count);
        }
        return result;
    }

    public async Task LoadIndexAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        store.Replace(await file.LoadAsync(
            scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>(), cancellationToken));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The first editor to look a place up does not wait for the gazetteer.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _warming = Task.Run(() => WarmAsync(_stopping.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => _stopping.CancelAsync();

    /// <summary>A snapshot half written is finished.</summary>
    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(file.Writing, _warming).WaitAsync(cancellationToken);

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    private async Task WarmAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await lookups.CurrentAsync(scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>(), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The site stops before anybody asked.
        }
        catch (Exception error) when (error is System.Data.Common.DbException or InvalidOperationException)
        {
            Log.NotWarmed(logger, error.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Warning, "Gazetteer and sources are read when first asked for: {Reason}")]
        public static partial void NotWarmed(ILogger logger, string reason);

        [LoggerMessage(1, LogLevel.Information,
            "Embedded data loaded: {Inserted} new, {Updated} updated, "
                + "{Unchanged} unchanged, {Kept} edited here and kept")]
        public static partial void Seeded(ILogger logger, int inserted, int updated, int unchanged, int kept);
    }
}
