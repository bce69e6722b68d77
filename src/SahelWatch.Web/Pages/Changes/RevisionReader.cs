using Microsoft.EntityFrameworkCore;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Importing;
using SahelWatch.Incidents;

namespace SahelWatch.Pages.Changes;

/// <summary>
/// Revisions as one reader may see them. All that pages, feed and API tell of the history comes from here.
/// </summary>
public sealed class RevisionReader(SahelWatchDbContext db, WithheldPlaces places, EmbeddedSet embedded)
{
    /// <summary>Read once for a request, which has one reader.</summary>
    private IReadOnlyList<WithheldHistory>? _withheld;

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
        return HistoryMask.Of(incident, revisions, exact, reader, embedded.Boundaries);
    }

    /// <summary>Revisions of any records, in the order given.</summary>
    public async Task<IReadOnlyList<ToldRevision>> TellAsync(
        List<Revision> revisions, Person? reader, CancellationToken cancellationToken)
    {
        var withheld = await WithheldAsync(reader, cancellationToken);
        var byIncident = withheld.ToDictionary(one => one.IncidentId, one => one.Mask);
        var byMoment = withheld.SelectMany(one => one.Moments.Select(at => (at, one.Mask)))
            .ToLookup(pair => pair.at, pair => pair.Mask);
        return await TellAsync(
            revisions,
            revision => revision.IncidentId is { } id
                ? byIncident.GetValueOrDefault(id, HistoryMask.None)
                : HistoryMask.Joined([.. byMoment[revision.At]]),
            reader,
            cancellationToken);
    }

    /// <summary>
    /// Records whose revisions the reader may not see: the gazetteer's entries of places that are withheld, as a new
    /// one tells which place an incident was put at.
    /// </summary>
    public async Task<IReadOnlyList<string>> HiddenRecordsAsync(Person? reader, CancellationToken cancellationToken)
    {
        var withheld = await WithheldAsync(reader, cancellationToken);
        return [.. withheld.SelectMany(one => one.Places).Distinct().Select(key => $"place/{key}")];
    }

    /// <summary>
    /// All revisions of a record, the latest first; none of a place that is withheld, as when it was made, by whom and
    /// for which incident tells the place of that.
    /// </summary>
    public async Task<IReadOnlyList<ToldRevision>> HistoryAsync(
        RecordState record, Person? reader, CancellationToken cancellationToken)
    {
        var hidden = await HiddenRecordsAsync(reader, cancellationToken);
        return hidden.Contains(RecordName.Of(record.Kind, record.Slug))
            ? []
            : await TellAsync([.. record.Revisions], reader, cancellationToken);
    }

    /// <summary>Whether any place of the gazetteer may keep revisions from the reader; which is told by none.</summary>
    public async Task<bool> HidesPlacesAsync(Person? reader, CancellationToken cancellationToken) =>
        (await HiddenRecordsAsync(reader, cancellationToken)).Count > 0;

    /// <summary>The incidents whose place is withheld from the reader.</summary>
    private async Task<IReadOnlyList<WithheldHistory>> WithheldAsync(
        Person? reader, CancellationToken cancellationToken) => _withheld ??=
    [
        .. (await places.CurrentAsync(db, cancellationToken))
            .Where(one => !EntryAccess.MaySeeExactPlace(reader, one.Region)),
    ];

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
