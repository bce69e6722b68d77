using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SahelWatch.Data;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Editing;

/// <summary>Finds published incidents that a form may tell once more.</summary>
public sealed class DuplicateFinder(
    SahelWatchDbContext db, IncidentStore store, Lookups lookups, IOptions<DuplicateOptions> options)
{
    private const int Most = 5;

    /// <summary>The most alike first. None while the form has no day.</summary>
    /// <param name="except">Public number of the incident that the form is about.</param>
    public async Task<DuplicateList> FindAsync(EntryForm form, int? except, CancellationToken cancellationToken)
    {
        var index = store.Current;
        return await ProbeAsync(form, except, index.Reference, cancellationToken) is { } probe
            ? new DuplicateList(index, Duplicates.Find(index, probe, options.Value.Window, Most))
            : new DuplicateList(index, []);
    }

    private async Task<DuplicateProbe?> ProbeAsync(
        EntryForm form, int? except, Reference reference, CancellationToken cancellationToken)
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
            await SourcesAsync(form, cancellationToken),
            except);
    }

    /// <summary>Keys of the sources that the form cites, by their keys or by their addresses.</summary>
    private async Task<IReadOnlyCollection<int>> SourcesAsync(EntryForm form, CancellationToken cancellationToken)
    {
        var tables = await lookups.CurrentAsync(db, cancellationToken);
        var slugs = form.Citations
            .Select(citation => citation.Source
                ?? (citation.Url is { } url ? tables.Sources.At(url)?.Slug : null))
            .OfType<string>()
            .ToList();
        return slugs.Count == 0
            ? []
            : await db.Sources.Where(source => EF.Parameter(slugs).Contains(source.Slug))
                .Select(source => source.Id).ToListAsync(cancellationToken);
    }

    private static double? Degrees(string? text) =>
        double.TryParse(
            text?.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees)
        && double.IsFinite(degrees)
            ? degrees
            : null;
}

/// <summary>Incidents that may be one event, as of one version of the index.</summary>
public sealed record DuplicateList(IncidentIndex Index, IReadOnlyList<Duplicate> Found);
