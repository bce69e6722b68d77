using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SahelWatch.Tests.Support;

/// <summary>Does something at the moment after a commit.</summary>
internal sealed class AfterCommit(Action act) : DbTransactionInterceptor
{
    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        act();
        return Task.CompletedTask;
    }
}
