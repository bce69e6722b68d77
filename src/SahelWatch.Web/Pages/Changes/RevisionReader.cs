using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Incidents;

namespace SahelWatch.Pages.Changes;

/// <summary>Revisions as one reader may see them. All that pages, feed and API tell of the history comes from here.</summary>
public sealed class RevisionReader(SahelWatchDbContext db)
{
    /// <summary>All revisions of one incident, by number.</summary>
    /// <param name="incident">With its revisions, country, region and place.</param>
    public async Task<IReadOnlyList<ToldRevision>> HistoryAsync(
        Incident incident, Person? reader, CancellationToken cancellationToken)
    {
        var mask = await MaskAsync(incident, incident.Revisions, reader, cancellationToken);
        return await TellAsync([.. incident.Revisions.OrderBy(one => one.Number)], _ => mask, reader, cancellationToken);
    }

    /// <summary>What the reader may not see of one incident's history.</summary>
    public async Task<HistoryMask> MaskAsync(
        Incident incident, List<Revision> revisions, Person? reader, CancellationToken cancellationToken)
    {
        var exact = incident.IsPlaceWithheld
            ? await Exact().SingleOrDefaultAsync(place => place.IncidentId == incident.Id, cancellationToken)
            : null;
        return HistoryMask.Of(incident, revisions, exact, reader);
    }

    /// <summary>Revisions of any records, in the order given.</summary>
    public async Task<IReadOnlyList<ToldRevision>> TellAsync(
        List<Revision> revisions, Person? reader, CancellationToken cancellationToken)
    {
        var keys = revisions.Select(revision => revision.IncidentId).OfType<int>().Distinct().ToList();
        var withheld = await db.Incidents.AsNoTracking()
            .Where(incident => incident.IsPlaceWithheld && EF.Parameter(keys).Contains(incident.Id))
            .Include(incident => incident.Country)
            .Include(incident => incident.Region)
            .Include(incident => incident.Place)
            .Include(incident => incident.Revisions)
            .ToListAsync(cancellationToken);
        var ids = withheld.ConvertAll(incident => incident.Id);
        var exact = withheld.Count == 0
            ? []
            : await Exact().Where(place => EF.Parameter(ids).Contains(place.IncidentId))
                .ToDictionaryAsync(place => place.IncidentId, cancellationToken);
        var masks = withheld.ToDictionary(
            incident => incident.Id,
            incident => HistoryMask.Of(
                incident, incident.Revisions, exact.GetValueOrDefault(incident.Id), reader));
        return await TellAsync(
            revisions,
            revision => masks.GetValueOrDefault(revision.IncidentId ?? 0, HistoryMask.None),
            reader,
            cancellationToken);
    }

    /// <summary>
    /// Records whose revisions the reader may not see: the gazetteer's entries of places that are withheld, as a new
    /// one tells which place an incident was put at.
    /// </summary>
    public async Task<IReadOnlyList<string>> HiddenRecordsAsync(Person? reader, CancellationToken cancellationToken)
    {
        var places = await db.ExactPlaces.AsNoTracking()
            .Where(exact => exact.Place != null)
            .Select(exact => new { exact.Place!.Slug, Region = exact.Place.Region!.Code })
            .Distinct()
            .ToListAsync(cancellationToken);
        return
        [
            .. places.Where(place => !EntryAccess.MaySeeExactPlace(reader, place.Region))
                .Select(place => $"place/{place.Slug}"),
        ];
    }

    private IQueryable<ExactPlace> Exact() => db.ExactPlaces.AsNoTracking()
        .Include(place => place.Place!.Region);

    private async Task<IReadOnlyList<ToldRevision>> TellAsync(
        List<Revision> revisions,
        Func<Revision, HistoryMask> mask,
        Person? reader,
        CancellationToken cancellationToken)
    {
        var ids = EntryAccess.MaySeeNames(reader)
            ? revisions.Select(revision => revision.ReviewerId).OfType<int>().Distinct().ToList()
            : [];
        var names = ids.Count == 0
            ? []
            : await db.Users.AsNoTracking().Where(account => EF.Parameter(ids).Contains(account.Id))
                .ToDictionaryAsync(account => account.Id, account => account.Name, cancellationToken);
        return
        [
            .. revisions.Select(revision => ToldRevision.Of(
                revision, mask(revision), reader, names.GetValueOrDefault(revision.ReviewerId ?? 0))),
        ];
    }
}
