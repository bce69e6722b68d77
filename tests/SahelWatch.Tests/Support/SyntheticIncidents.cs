using CsCheck;
using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Tests.Support;

/// <summary>
/// Synthetic incidents with awkward ends: same day, same place, unknown tolls, no region, no actor, drafts. They exist
/// in tests only.
/// </summary>
public static class SyntheticIncidents
{
    private static readonly string[] Words = ["Gao", "école", "Ménaka", "convoy", "marché", "l’armée", "village"];
    private static readonly string[] Slugs = ["whole", "part", "part-of-part", "rival", "civilians"];

    public static readonly Reference Reference = MakeReference();

    public static readonly Gen<Incident[]> Sets =
        from count in Gen.Int[0, 60]
        from incidents in Incident.Array[count]
        select incidents.Select((incident, index) => incident(index + 1)).ToArray();

    /// <summary>An incident of a number.</summary>
    public static Gen<Func<int, Incident>> Incident =>
        from day in Gen.Int[0, 900]
        from length in Pick.From(0, 0, 0, 1, 6, 40)
        from subType in Gen.Enum<EventSubType>()
        from country in Pick.From("MLI", "BFA", "NER")
        from region in Gen.Int[-1, 2]
        from latitude in Pick.From(16.27, 14.5, 12.37, 10.0)
        from longitude in Pick.From(-0.05, -4.1, -1.5, 3.0)
        from geo in Gen.Enum<GeoPrecision>()
        from time in Gen.Enum<DatePrecision>()
        from deaths in Pick.From<Toll>(
            new(0, 0, 0), new(null, null, null), new(3, 5, 9), new(20, null, 40), new(null, null, 7), new(0, 0, 12))
        from tactics in Pick.From("svbied", "ied", "ambush", "arson").HashSet[0, 3]
        from targets in Pick.From("civilians", "state-forces", "school").HashSet[0, 2]
        from parties in Gen.Select(Gen.Int[0, 4], Gen.Enum<ActorRole>(), Gen.Enum<Attribution>()).Array[0, 3]
        from grade in Gen.Select(Pick.From('A', 'B', 'C', 'F'), Gen.Int[1, 6]).Array[1, 2]
        from words in Pick.From(Words).Array[1, 4]
        from isChecked in Gen.Bool
        from status in Pick.From(
            EditorialStatus.Published, EditorialStatus.Published, EditorialStatus.Published, EditorialStatus.Draft,
            EditorialStatus.Withdrawn)
        select new Func<int, Incident>(number =>
        {
            var start = new DateOnly(2017, 12, 1).AddDays(day);
            var incident = new Incident
            {
                Number = number,
                Title = string.Join(' ', words),
                Summary = $"Synthetic incident {number}.",
                StartsOn = start,
                EndsOn = start.AddDays(length),
                DatePrecision = time,
                SubType = subType,
                Violence = number % 4 == 0 ? null : (UcdpViolence)(number % 4),
                Tactics = [.. tactics],
                Targets = [.. targets],
                CountryCode = country,
                PlaceName = words[0],
                Latitude = latitude,
                Longitude = longitude,
                GeoPrecision = geo,
                CoordinateSource = CoordinateSource.Gazetteer,
                Region = region < 0 ? null : Reference.Regions[region],
                DeathsLow = deaths.Low,
                DeathsBest = deaths.Best,
                DeathsHigh = deaths.High,
                IsChecked = isChecked,
                Status = status,
                CreatedAt = DateTime.UnixEpoch,
                ChangedAt = DateTime.UnixEpoch,
            };
            incident.Actors.AddRange(parties
                .DistinctBy(party => (party.Item1, party.Item2))
                .Select(party => new IncidentActor
                {
                    Actor = Reference.Actors[party.Item1],
                    Role = party.Item2,
                    Attribution = party.Item3,
                }));
            incident.Citations.AddRange(grade.Select(pair => new Citation
            {
                Credibility = pair.Item2,
                Source = new Source
                {
                    Slug = $"source-{number}",
                    Language = "en",
                    Kind = SourceKind.Report,
                    Reading = SourceReading.Excerpt,
                    Reliability = pair.Item1,
                },
            }));
            return incident;
        });

    private static Reference MakeReference()
    {
        Country[] countries =
        [
            new() { Code = "MLI", NameEn = "Mali", NameFr = "Mali" },
            new() { Code = "BFA", NameEn = "Burkina Faso", NameFr = "Burkina Faso" },
            new() { Code = "NER", NameEn = "Niger", NameFr = "Niger" },
        ];
        Region[] regions = [Region("ML-7", "MLI", "Gao"), Region("ML-5", "MLI", "Mopti"), Region("BF-12", "BFA", "Sahel")];
        var actors = Slugs.Select((slug, index) => new Actor
        {
            Slug = slug,
            Name = $"Actor {slug}",
            Kind = (ActorKind)(index * 2 % 9),
            Description = "Synthetic.",
        }).ToArray();
        ActorRelation[] relations =
        [
            Component(actors[1], actors[0], "2018-03", null),
            Component(actors[2], actors[1], null, "2018-12-31"),
        ];
        var collection = new Collection
        {
            Slug = "odd",
            TitleEn = "Odd numbers",
            TitleFr = "Nombres impairs",
            NoteEn = "",
            NoteFr = "",
            Source = new Source
            {
                Slug = "odd",
                Language = "en",
                Kind = SourceKind.Report,
                Reading = SourceReading.FullText,
                Reliability = 'B',
            },
        };
        collection.Items.AddRange(Enumerable.Range(0, 30).Select(half => new CollectionItem
        {
            Kind = CollectionItemKind.Incident,
            Key = $"{2 * half + 1}",
            IsStated = true,
        }));
        return new Reference(countries, regions, actors, relations, [collection], []);
    }

    private static Region Region(string code, string country, string name) => new()
    {
        Code = code,
        CountryCode = country,
        NameEn = name,
        NameFr = name,
        Layout = "test",
    };

    private static ActorRelation Component(Actor part, Actor whole, string? from, string? to) => new()
    {
        Slug = $"{part.Slug}-of-{whole.Slug}",
        From = part,
        To = whole,
        Kind = RelationKind.ComponentOf,
        Statement = "Synthetic.",
        ValidFrom = from,
        ValidTo = to,
        Confidence = RelationConfidence.Reported,
    };
}
