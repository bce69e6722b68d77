using SahelWatch.Data;
using SahelWatch.Querying;

namespace SahelWatch.Hosting;

/// <summary>
/// Holds the current index. A new one replaces it in one assignment; readers keep the one they began with. Writers come
/// one after another, so that none undoes the change of another.
/// </summary>
public sealed class IncidentStore : IDisposable
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
    /// Takes over what has been committed since the current index, whoever did it: call it after a commit. What the
    /// commit changed is in every view when this returns.
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
}
