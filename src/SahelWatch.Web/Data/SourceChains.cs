using Microsoft.EntityFrameworkCore;

namespace SahelWatch.Data;

/// <summary>
/// Sources repeat one another in chains of any length, of which a query's includes would load a part.
/// </summary>
internal static class SourceChains
{
    /// <summary>Loads what the sources that the context tracks repeat, to the end of each chain.</summary>
    public static async Task LoadChainsAsync(this SahelWatchDbContext db, CancellationToken cancellationToken)
    {
        while (true)
        {
            int[] missing =
            [
                .. db.Sources.Local.Where(source => source.DerivedFrom is null)
                    .Select(source => source.DerivedFromId).OfType<int>().Distinct(),
            ];
            if (missing.Length == 0)
            {
                return;
            }
            await db.Sources.Where(source => EF.Parameter(missing).Contains(source.Id)).LoadAsync(cancellationToken);
        }
    }
}
