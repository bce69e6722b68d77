using SahelWatch.Data;
using SahelWatch.Querying;

namespace SahelWatch.Hosting;

/// <summary>
/// Holds the current index. A new one replaces it in one assignment; readers keep the one they began with. Writers come
/// one after another, so that none undoes the change of another.
/// </summary>
public sealed partial class IncidentStore(ILogger<IncidentStore> logger) : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1);
    private volatile IncidentIndex _current = IncidentIndex.Build([], Reference.Empty, "empty");
    private volatile TaskCompletionSource _replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IncidentIndex Current => _current;

    /// <summary>Completes when another index takes the place of the current one: ask for it before that.</summary>
    public Task Replaced => _replaced.Task;

    /// <summary>Puts another index in place of all that is there; for the start.</summary>
    public void Replace(IncidentIndex index)
    {
        if (index == _current)
        {
            return;
        }
        _current = index;
        var told = _replaced;
        _replaced = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        told.SetResult();
    }

    /// <summary>
    /// Takes over a commit just made, which stands whether that succeeds or not: what was saved is not to be sent once
    /// more. What keeps the index behind is logged, and each minute it is tried again.
    /// </summary>
    public async Task FollowAsync(SahelWatchDbContext db)
    {
        try
        {
            await CatchUpAsync(db, CancellationToken.None);
        }
        catch (Exception error)
        {
            Log.Behind(logger, error);
        }
    }

    /// <summary>
    /// Takes over what has been committed since the current index, whoever did it. It is in every view when this
    /// returns.
    /// </summary>
    public async Task CatchUpAsync(SahelWatchDbContext db, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            Replace(await IndexLoader.CatchUpAsync(db, _current, cancellationToken));
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Dispose() => _writer.Dispose();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "What was committed is not in the views yet; tried again within a minute")]
        public static partial void Behind(ILogger logger, Exception error);
    }
}
