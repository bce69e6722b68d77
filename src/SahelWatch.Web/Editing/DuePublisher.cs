using SahelWatch.Data;
using SahelWatch.Hosting;

namespace SahelWatch.Editing;

/// <summary>
/// Publishes entries on the day that they were agreed for, within a minute of its beginning, and brings the index up to
/// date with whatever was committed and is not in it yet.
/// </summary>
public sealed partial class DuePublisher(
    IServiceScopeFactory scopes, IncidentStore store, TimeProvider time, ILogger<DuePublisher> logger)
    : BackgroundService
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Step, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await StepAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(logger, error);
            }
        }
    }

    /// <summary>What is done each minute.</summary>
    public async Task StepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<DueEntries>().PublishAsync(cancellationToken);
        }
        finally
        {
            await store.CatchUpAsync(
                scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>(), cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error,
            "Entries that are due, or the index, could not be dealt with; tried again in a minute")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
