using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Actors;
using SahelWatch.Data;
using SahelWatch.Geography;
using SahelWatch.Importing;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>Reads forms against the records of the database.</summary>
public sealed class EntryBench(SahelWatchDbContext db, EmbeddedSet embedded, Lookups lookups)
{
    /// <summary>Reads a form as the incident of a number; records it refers to are tracked by the context.</summary>
    public async Task<EntryReading> ReadAsync(
        EntryForm form, int number, DateTime now, CancellationToken cancellationToken)
    {
        form = await WithKnownPlaceAsync(form, cancellationToken);
        var records = await RecordsAsync(form, cancellationToken);
        var reading = EntryReader.Read(form, records, number, now);
        if (reading.Incident is { } incident)
        {
            await AdoptRegionsAsync(incident, reading.Exact, cancellationToken);
        }
        return reading;
    }

    /// <summary>All that keeps a form from being handed on, in the order in which the form asks for it.</summary>
    /// <param name="entry">Whose form it is; null where nothing is kept yet.</param>
    /// <param name="author">Who hands it in; null where that was done before.</param>
    public async Task<IReadOnlyList<Problem>> ProblemsAsync(
        Entry? entry,
        EntryForm form,
        string? reason,
        Person? author,
        DateTime now,
        CancellationToken cancellationToken)
    {
        var number = entry?.Incident?.Number ?? 0;
        List<Problem> problems = [.. (await ReadAsync(form, number, now, cancellationToken)).Problems];
        if (entry?.Incident is { Status: not EditorialStatus.Published })
        {
            problems.Add(new Problem("Reason", $"{number}", "StillPublished"));
        }
        if (entry?.IncidentId is not null && string.IsNullOrWhiteSpace(reason))
        {
            problems.Add(new Problem("Reason", null, "Required"));
        }
        if (reason?.Length > EntryDesk.ReasonLength)
        {
            problems.Add(Problem.TooLong("Reason", reason, EntryDesk.ReasonLength));
        }
        if (entry?.Base is { } published && EntryFields.Differences(published, form).Count == 0)
        {
            problems.Add(new Problem("Reason", reason, "Changed"));
        }
        foreach (var region in new[] { form, entry?.Base }.OfType<EntryForm>().Select(RegionOf))
        {
            if (author?.Covers(region) == false)
            {
                problems.Add(new Problem("Latitude", region, "YourRegion", string.Join(", ", author.Regions)));
                break;
            }
        }
        return FieldOrder.Sort(problems);
    }

    /// <summary>Code of the region that a form's place lies in; null while that is not clear.</summary>
    public string? RegionOf(EntryForm form) =>
        Point(form) is var (latitude, longitude)
            ? embedded.Boundaries.Find(latitude, longitude, form.Country)?.Code
            : null;

    private static (double Latitude, double Longitude)? Point(EntryForm form) =>
        FormCheck.TryDegrees(form.Latitude, out var latitude) && FormCheck.TryDegrees(form.Longitude, out var longitude)
            ? (latitude, longitude)
            : null;

    /// <summary>A place typed anew under the name and at the point of a gazetteer entry is that entry.</summary>
    private async Task<EntryForm> WithKnownPlaceAsync(EntryForm form, CancellationToken cancellationToken)
    {
        if (form.Place is not null || form.PlaceName is null || Point(form) is not { } point)
        {
            return form;
        }
        var known = await db.Places
            .Where(place => place.Name == form.PlaceName.Trim()
                && place.Latitude == point.Latitude && place.Longitude == point.Longitude)
            .OrderBy(place => place.Id)
            .Select(place => place.Slug)
            .FirstOrDefaultAsync(cancellationToken);
        return form with { Place = known };
    }

    private async Task<EntryRecords> RecordsAsync(EntryForm form, CancellationToken cancellationToken)
    {
        var region = RegionOf(form);
        string?[] places =
        [
            form.Place,
            region is null ? null : WithheldPlace.KeyOf(region),
            form.Country is null ? null : WithheldPlace.KeyOf(form.Country),
        ];
        string?[] actors = [.. form.Parties.Select(party => party.Actor)];
        string?[] sources =
        [
            .. form.Citations.Select(citation => citation.Source),
            .. form.Citations.Select(citation => citation.DerivedFrom),
        ];
        var cited = await db.Sources.Where(source => EF.Parameter(sources).Contains(source.Slug))
            .ToDictionaryAsync(source => source.Slug, cancellationToken);
        await db.LoadChainsAsync(cancellationToken);
        var tables = await lookups.CurrentAsync(db, cancellationToken);
        return new EntryRecords(
            await db.Countries.ToDictionaryAsync(country => country.Code, cancellationToken),
            await db.Places.Include(place => place.Region)
                .Where(place => EF.Parameter(places).Contains(place.Slug))
                .ToDictionaryAsync(place => place.Slug, cancellationToken),
            await ActorsAsync(actors, cancellationToken),
            cited,
            embedded.Boundaries,
            NewKeys(key => tables.Places[key] is not null || db.Places.Any(place => place.Slug == key)),
            NewKeys(key => tables.Sources[key] is not null || db.Sources.Any(source => source.Slug == key)));
    }

    /// <summary>By the keys asked for; that of a merged actor stands for the one it was merged into.</summary>
    private async Task<Dictionary<string, Actor>> ActorsAsync(string?[] keys, CancellationToken cancellationToken)
    {
        var found = await db.Actors.Where(actor => EF.Parameter(keys).Contains(actor.Slug))
            .ToDictionaryAsync(actor => actor.Slug, cancellationToken);
        foreach (var (key, asked) in found.Where(pair => pair.Value.MergedIntoId is not null).ToList())
        {
            var actor = asked;
            while (actor.MergedIntoId is { } into)
            {
                actor = await db.Actors.SingleAsync(one => one.Id == into, cancellationToken);
            }
            found[key] = actor;
        }
        return found;
    }

    /// <summary>
    /// The boundaries know regions that no database has seen: the rows of the same code stand for them.
    /// </summary>
    private async Task AdoptRegionsAsync(Incident incident, ExactPlace? exact, CancellationToken cancellationToken)
    {
        Place?[] places = [incident.Place, exact?.Place];
        string?[] codes = [incident.Region?.Code, .. places.Select(place => place?.Region?.Code)];
        var layout = embedded.Boundaries.Layout.Id;
        var rows = await db.Regions
            .Where(region => region.Layout == layout && EF.Parameter(codes).Contains(region.Code))
            .ToDictionaryAsync(region => region.Code, cancellationToken);
        incident.Region = RowOf(incident.Region);
        foreach (var place in places.OfType<Place>().Where(place => place.Id == 0).Distinct())
        {
            place.Region = RowOf(place.Region);
        }

        Region? RowOf(Region? region) => region is null ? null : rows[region.Code];
    }

    /// <summary>
    /// Keys with the first number that is free: of an agency's reports without a title there can be thousands, so that
    /// the tables are asked first.
    /// </summary>
    private static Func<string, string> NewKeys(Func<string, bool> isTaken)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        return name =>
        {
            var key = RecordSlug.Free(RecordSlug.Of(name), "record", one => given.Contains(one) || isTaken(one));
            given.Add(key);
            return key;
        };
    }
}
