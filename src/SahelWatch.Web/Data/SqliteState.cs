using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace SahelWatch.Data;

/// <summary>
/// Tells one state of the records behind the index from every other: a random number that triggers replace with each row
/// that is written, by this program or by hand. What people do besides, such as signing in, leaves it as it was.
/// </summary>
internal static class SqliteState
{
    public static async Task<string> OfAsync(SahelWatchDbContext db, CancellationToken cancellationToken) =>
        (await db.Database.SqlQuery<long>($"SELECT Stamp AS Value FROM DataStamp").SingleAsync(cancellationToken))
        .ToString(CultureInfo.InvariantCulture);
}
