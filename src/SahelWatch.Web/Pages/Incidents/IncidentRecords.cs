using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Exporting;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Incidents;

/// <summary>Incidents as files and API give them: facts of the index, text of the database.</summary>
public sealed class IncidentRecords(SahelWatchDbContext db)
{
    private const int BatchSize = 200;

    /// <summary>
    /// Records in the order of <paramref name="rows"/>, one for each: numbers are never reused, so an incident that was
    /// withdrawn after the index was built is still there to complete the file.
    /// </summary>
    public async IAsyncEnumerable<IncidentRecord> StreamAsync(
        IncidentIndex index,
        IReadOnlyCollection<int> rows,
        string siteUrl,
        CultureInfo culture,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var batch in rows.Chunk(BatchSize))
        {
            var texts = await TextsAsync([.. batch.Select(row => index[row].Number)], cancellationToken);
            var links = await LinksAsync(
                [.. batch.SelectMany(row => index.Sources(row).ToArray()).Distinct()], cancellationToken);
            foreach (var row in batch)
            {
                var urls = index.Sources(row).ToArray().Select(source => links[source]).OfType<string>();
                yield return IncidentRecord.Of(index, row, texts[index[row].Number], [.. urls], siteUrl, culture);
            }
        }
    }

    private Task<Dictionary<int, IncidentText>> TextsAsync(int[] numbers, CancellationToken cancellationToken) =>
        db.Incidents.AsNoTracking()
            .Where(incident => EF.Parameter(numbers).Contains(incident.Number))
            .Select(IncidentText.Selected)
            .ToDictionaryAsync(text => text.Number, cancellationToken);

    /// <summary>Addresses of sources by key; null where one has none that can be followed.</summary>
    private async Task<Dictionary<int, string?>> LinksAsync(int[] sources, CancellationToken cancellationToken)
    {
        var addresses = await db.Sources.AsNoTracking()
            .Where(source => EF.Parameter(sources).Contains(source.Id))
            .Select(source => new { source.Id, source.Url })
            .ToListAsync(cancellationToken);
        return addresses.ToDictionary(source => source.Id, source => Source.LinkOf(source.Url)?.AbsoluteUri);
    }
}
