using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SahelWatch.Data;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Editing;

/// <summary>Finds published incidents, and entries on their way, that a form may tell once more.</summary>
public sealed class DuplicateFinder(
    SahelWatchDbContext db, IncidentStore store, Lookups lookups, IOptions<DuplicateOptions> options)
{
    private const int Most = 5;

    /// <summary>The most alike first. None while the form has no day.</summary>
    /// <param name="except">Public number of the incident that the form is about.</param>
    public async Task<DuplicateList> FindAsync(EntryForm form, int? except, CancellationToken cancellationToken)
    {
        var index = store.Current;
        var tables = await lookups.CurrentAsync(db, cancellationToken);
        if (Probe(form, index.Reference, tables) is not { } probe)
        {
            return new DuplicateList(index, []);
        }
        var cites = probe.Cites;
        int[] sources = cites.Count == 0 ? [] : await db.Sources
            .Where(source => EF.Parameter(cites).Contains(source.Slug))
            .Select(source => source.Id).ToArrayAsync(cancellationToken);
        probe = probe with { Sources = sources, Except = except };
        return new DuplicateList(index, Duplicates.Find(index, probe, options.Value.Window, Most));
    }

    /// <summary>
    /// Entries of new incidents that are not published yet, of those that the person may see, the most alike first.
    /// </summary>
    /// <param name="except">The entry that the form is of; null where it is not kept yet.</param>
    public async Task<IReadOnlyList<EntryTwin>> FindEntriesAsync(
        Person person, EntryForm form, int? except, CancellationToken cancellationToken)
    {
        var reference = store.Current.Reference;
        var tables = await lookups.CurrentAsync(db, cancellationToken);
        if (Probe(form, reference, tables) is not { } probe)
        {
            return [];
        }
        var open = await db.Entries.AsNoTracking()
            .Where(entry => entry.IncidentId == null && entry.Id != except
                && (entry.Status == EditorialStatus.Draft || entry.Status == EditorialStatus.InReview))
            .ToListAsync(cancellationToken);
        var twins = from entry in open
                    where EntryAccess.MaySee(person, entry)
                    let other = Probe(entry.Form, reference, tables)
                    let likeness = other is null ? null : Duplicates.Compare(probe, other, options.Value.Window)
                    where likeness is not null
                    orderby likeness.Score descending, likeness.Days, entry.Id
                    select new EntryTwin(entry, likeness);
        return [.. twins.Take(Most)];
    }

    /// <summary>What is compared of a form; null while it has no day. Known sources are not looked up.</summary>
    private static DuplicateProbe? Probe(EntryForm form, Reference reference, LookupTables tables)
    {
        if (!PartialDate.TryParse(form.StartsOn, out var start))
        {
            return null;
        }
        var end = PartialDate.TryParse(form.EndsOn, out var typed) && typed.Last >= start.First ? typed : start;
        return new DuplicateProbe(
            start.First,
            end.Last,
            form.DatePrecision is { } date && Code.TryParse(date, out DatePrecision known) ? known : DatePrecision.Day,
            Degrees(form.Latitude) is { } latitude && Degrees(form.Longitude) is { } longitude
                ? new MapPoint(latitude, longitude)
                : null,
            form.GeoPrecision is { } place && Code.TryParse(place, out GeoPrecision near) ? near : GeoPrecision.Near,
            [.. form.Parties.Select(party => party.Actor).OfType<string>().Select(reference.Canonical)],
            [],
            null)
        {
            Cites =
            [
                .. form.Citations.Select(citation => citation.Source ?? (citation.Url is { } url
                        ? tables.Sources.At(url)?.Slug ?? SourceAddress.KeyOf(url)
                        : null))
                    .OfType<string>().Distinct(),
            ],
        };
    }

    private static double? Degrees(string? text) =>
        FormCheck.TryDegrees(text, out var degrees) ? degrees : null;
}

/// <summary>Incidents that may be one event, as of one version of the index.</summary>
public sealed record DuplicateList(IncidentIndex Index, IReadOnlyList<Duplicate> Found);

/// <summary>An entry that may be of the same event, and what speaks for it.</summary>
public sealed record EntryTwin(Entry Entry, Likeness Likeness);
