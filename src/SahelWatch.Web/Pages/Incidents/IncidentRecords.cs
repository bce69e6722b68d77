using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Exporting;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Incidents;

/// <summary>Whole incidents from the database, for files and API.</summary>
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
            var numbers = batch.Select(row => index[row].Number).ToList();
            var incidents = await Whole(db.Incidents)
                .Where(incident => EF.Parameter(numbers).Contains(incident.Number))
                .ToDictionaryAsync(incident => incident.Number, cancellationToken);
            foreach (var number in numbers)
            {
                yield return IncidentRecord.Of(incidents[number], siteUrl, culture);
            }
        }
    }

    /// <summary>With everything that a record or a page of one incident tells.</summary>
    public static IQueryable<Incident> Whole(IQueryable<Incident> incidents) => incidents
        .AsNoTracking()
        .Include(incident => incident.Country)
        .Include(incident => incident.Region)
        .Include(incident => incident.Actors).ThenInclude(entry => entry.Actor)
        .Include(incident => incident.Citations).ThenInclude(citation => citation.Source)
        .ThenInclude(source => source.DerivedFrom).ThenInclude(source => source!.DerivedFrom);
}
