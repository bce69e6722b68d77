namespace SahelWatch.Editing;

/// <summary>Publishes entries on the day that they were agreed for, within a minute of its beginning.</summary>
public sealed partial class DuePublisher(
    IServiceScopeFactory scopes, TimeProvider time, ILogger<DuePublisher> logger) : BackgroundService
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Step, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<DueEntries>().PublishAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(logger, error);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Entries that are due could not be published; tried again in a minute")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
