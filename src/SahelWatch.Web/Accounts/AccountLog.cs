using SahelWatch.Data;

namespace SahelWatch.Accounts;

/// <summary>Adds lines to the log of accounts; they are saved with what they tell of.</summary>
public sealed class AccountLog(SahelWatchDbContext db, TimeProvider time)
{
    public void Note(int account, AccountEventKind kind, int? by, string? detail = null) => db.Add(new AccountEvent
    {
        AccountId = account,
        ById = by,
        Kind = kind,
        At = time.GetUtcNow().UtcDateTime,
        Detail = detail,
    });

    /// <summary>
    /// Adds a line when the answer is on its way, so that no answer takes longer for an account that exists.
    /// </summary>
    public static void NoteAfter(HttpContext context, int account, AccountEventKind kind)
    {
        var scopes = context.RequestServices.GetRequiredService<IServiceScopeFactory>();
        context.Response.OnCompleted(async () =>
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AccountLog>().Note(account, kind, null);
            await scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>().SaveChangesAsync();
        });
    }
}
