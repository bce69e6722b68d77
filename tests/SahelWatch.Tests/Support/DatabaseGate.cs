using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SahelWatch.Tests.Support;

/// <summary>Holds every query of the database back while it is closed, or until who asks gives up.</summary>
internal sealed class DatabaseGate : DbCommandInterceptor
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource? _closed;

    /// <summary>Ends when the first query has come to the closed gate.</summary>
    public Task Reached => _reached.Task;

    public void Close() => _closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _closed?.SetResult();

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        if (_closed is { } gate)
        {
            _reached.TrySetResult();
            await gate.Task.WaitAsync(cancellationToken);
        }
        return result;
    }
}
