using Microsoft.EntityFrameworkCore;
using SahelWatch.Actors;
using SahelWatch.Data;
using SahelWatch.Geography;
using SahelWatch.Importing;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>Gives a record the values that texts stand for. The texts are right; what they refer to is there.</summary>
internal sealed class RecordWriter(SahelWatchDbContext db, EmbeddedSet embedded)
{
    /// <summary>A record with a key and nothing else yet.</summary>
    public async Task<IRecord> NewAsync(
        RecordKind kind, string slug, IReadOnlyDictionary<string, string?> texts, CancellationToken cancellationToken)
    {
        IRecord record = kind switch
        {
            RecordKind.Actor => new Actor { Slug = slug, Name = "", Kind = default, Description = "" },
            RecordKind.Relation => new ActorRelation
            {
                Slug = slug,
                From = await ActorAsync(texts["from"]!, cancellationToken),
                To = await ActorAsync(texts["to"]!, cancellationToken),
                Kind = default,
                Statement = "",
                Confidence = default,
            },
            RecordKind.Place => new Place { Slug = slug, Name = "", Kind = default },
            RecordKind.PoliticalEvent => new PoliticalEvent
            {
                Slug = slug,
                StartsOn = default,
                EndsOn = default,
                DatePrecision = default,
                CountryCode = texts["country"]!,
                Kind = default,
                Title = "",
                Summary = "",
            },
            _ => new Source { Slug = slug, Language = "", Kind = default, Reading = default, Reliability = 'F' },
        };
        db.Add(record);
        return record;
    }

    public Task WriteAsync(
        IRecord record, IReadOnlyDictionary<string, string?> texts, CancellationToken cancellationToken) =>
        record switch
        {
            Actor actor => WriteAsync(actor, texts, cancellationToken),
            ActorRelation relation => WriteAsync(relation, texts, cancellationToken),
            Place place => WriteAsync(place, texts, cancellationToken),
            PoliticalEvent happening => WriteAsync(happening, texts, cancellationToken),
            _ => WriteAsync((Source)record, texts, cancellationToken),
        };

    private async Task WriteAsync(Actor actor, IReadOnlyDictionary<string, string?> texts, CancellationToken stop)
    {
        actor.Name = texts["name"]!;
        actor.NameFr = texts["name-fr"];
        actor.Acronym = texts["acronym"];
        actor.Kind = Value<ActorKind>(texts["kind"]);
        actor.SubKind = Value<ActorSubKind>(texts["sub-kind"]);
        actor.CountryCode = texts["country"];
        actor.ActiveFrom = texts["active-from"];
        actor.ActiveTo = texts["active-to"];
        actor.Description = texts["description"]!;
        var aliases = RecordSheet.Aliases(texts["aliases"]).ToDictionary(one => one.Name, one => one.UsedBy);
        actor.Aliases.RemoveAll(alias => !aliases.ContainsKey(alias.Name));
        actor.Aliases.ForEach(alias => alias.UsedBy = aliases[alias.Name]);
        actor.Aliases.AddRange(aliases.Where(one => actor.Aliases.TrueForAll(alias => alias.Name != one.Key))
            .Select(one => new ActorAlias { Name = one.Key, UsedBy = one.Value }).ToList());
        await LinkAsync(actor.Sources, texts["sources"], stop);
    }

    private async Task WriteAsync(
        ActorRelation relation, IReadOnlyDictionary<string, string?> texts, CancellationToken stop)
    {
        relation.Kind = Value<RelationKind>(texts["kind"]);
        relation.Statement = texts["statement"]!;
        relation.ValidFrom = texts["valid-from"];
        relation.ValidTo = texts["valid-to"];
        relation.Confidence = Value<RelationConfidence>(texts["confidence"]);
        relation.Note = texts["note"];
        await LinkAsync(relation.Sources, texts["sources"], stop);
    }

    private async Task WriteAsync(Place place, IReadOnlyDictionary<string, string?> texts, CancellationToken stop)
    {
        place.Name = texts["name"]!;
        var spellings = RecordSheet.Split(texts["spellings"]);
        if (!place.Spellings.SequenceEqual(spellings))
        {
            place.Spellings = [.. spellings];
        }
        place.Kind = Value<PlaceKind>(texts["kind"]);
        place.CountryCode = texts["country"];
        place.Latitude = RecordSheet.Degrees(texts["latitude"]);
        place.Longitude = RecordSheet.Degrees(texts["longitude"]);
        place.GeoPrecision = texts["geo-precision"] is { } precision ? Value<GeoPrecision>(precision) : null;
        place.CoordinateSource = texts["coordinate-source"] is { } from ? Value<CoordinateSource>(from) : null;
        place.SourceRegionName = texts["source-region"];
        place.Note = texts["note"];
        place.Region = RegionOf(place) is { } region
            ? await db.Regions.SingleAsync(one => one.Code == region.Code && one.Layout == region.Layout, stop)
            : null;
    }

    private async Task WriteAsync(
        PoliticalEvent happening, IReadOnlyDictionary<string, string?> texts, CancellationToken stop)
    {
        happening.Title = texts["title"]!;
        happening.Kind = Value<PoliticalEventKind>(texts["kind"]);
        happening.StartsOn = Day(texts["starts-on"])!.Value;
        happening.EndsOn = Day(texts["ends-on"]) ?? happening.StartsOn;
        happening.DatePrecision = Value<DatePrecision>(texts["date-precision"]);
        happening.CountryCode = texts["country"]!;
        happening.Summary = texts["summary"]!;
        var place = texts["place"];
        if (happening.Place?.Slug != place)
        {
            happening.Place = place is null ? null : await db.Places.SingleAsync(one => one.Slug == place, stop);
        }
        var actors = RecordSheet.Split(texts["actors"]);
        happening.Actors.RemoveAll(actor => !actors.Contains(actor.Slug));
        foreach (var slug in actors.Except(happening.Actors.Select(actor => actor.Slug)).ToList())
        {
            happening.Actors.Add(await ActorAsync(slug, stop));
        }
        await LinkAsync(happening.Sources, texts["sources"], stop);
    }

    private async Task WriteAsync(Source source, IReadOnlyDictionary<string, string?> texts, CancellationToken stop)
    {
        source.Url = texts["url"];
        source.Publisher = texts["publisher"];
        source.Title = texts["title"];
        var authors = RecordSheet.Split(texts["authors"]);
        if (!source.Authors.SequenceEqual(authors))
        {
            source.Authors = [.. authors];
        }
        source.PublishedOn = texts["published-on"];
        source.AccessedOn = Day(texts["accessed-on"]);
        source.ArchiveUrl = texts["archive-url"];
        source.Language = texts["language"]!;
        source.Kind = Value<SourceKind>(texts["kind"]);
        source.Reading = Value<SourceReading>(texts["reading"]);
        source.Reliability = texts["reliability"]![0];
        source.Agency = texts["agency"];
        source.Note = texts["note"];
        var root = texts["derived-from"];
        if (source.DerivedFrom?.Slug != root)
        {
            source.DerivedFrom = root is null ? null : await db.Sources.SingleAsync(one => one.Slug == root, stop);
        }
    }

    private Region? RegionOf(Place place) =>
        place is { Latitude: { } latitude, Longitude: { } longitude, GeoPrecision: { } precision }
            ? Derivation.RegionOf(
                embedded.Boundaries, latitude, longitude, precision, place.CountryCode, place.SourceRegionName)
            : null;

    private Task<Actor> ActorAsync(string slug, CancellationToken stop) =>
        db.Actors.SingleAsync(actor => actor.Slug == slug, stop);

    private async Task LinkAsync(List<Source> links, string? keys, CancellationToken stop)
    {
        var wanted = RecordSheet.Split(keys);
        links.RemoveAll(link => !wanted.Contains(link.Slug));
        var missing = wanted.Except(links.Select(link => link.Slug)).ToList();
        if (missing.Count > 0)
        {
            links.AddRange(await db.Sources.Where(source => EF.Parameter(missing).Contains(source.Slug))
                .ToListAsync(stop));
        }
    }

    private static T Value<T>(string? code) where T : struct, Enum =>
        Code.TryParse<T>(code!, out var value) ? value : throw new InvalidOperationException($"No {typeof(T).Name}: {code}");

    private static DateOnly? Day(string? text) => RecordSheet.TryDay(text, out var day) ? day : null;
}
