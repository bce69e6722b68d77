using System.Globalization;
using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Importing;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Synthetic;

/// <summary>
/// What synthetic incidents refer to: invented actors, places and sources in the regions of the embedded boundaries.
/// </summary>
internal sealed class SyntheticWorld
{
    public const int ActorCount = 60;
    public const int PlaceCount = 20_000;
    public const int SourceCount = 5_000;

    /// <summary>Keys from here on, and numbers, are free of what the embedded set uses.</summary>
    public const int FirstId = 1_000_000;
    private const int Components = 8;

    private static readonly (ActorKind Kind, string Name)[] Kinds =
    [
        (ActorKind.RebelOrJihadistGroup, "front"), (ActorKind.StateForces, "army"), (ActorKind.Civilians, "civilians"),
        (ActorKind.IdentityMilitia, "self-defence group"), (ActorKind.PoliticalMilitia, "militia"),
        (ActorKind.ExternalForces, "mission"), (ActorKind.Unidentified, "unidentified group"),
        (ActorKind.Protesters, "protesters"), (ActorKind.Rioters, "rioters"),
    ];

    public SyntheticWorld(ulong seed)
    {
        var boundaries = new EmbeddedSet().Boundaries;
        Countries = [Country("BFA", "Burkina Faso"), Country("MLI", "Mali"), Country("NER", "Niger")];
        Regions = [.. boundaries.All.Select(boundary => boundary.Region).OrderBy(region => region.Code)];
        Places = new SyntheticGazetteer(boundaries, seed).Places(PlaceCount);
        var dice = new Dice(seed, 3);
        Actors = [.. Enumerable.Range(0, ActorCount).Select(place => Actor(place, ref dice))];
        Relations = [.. Enumerable.Range(0, Components).Select(Component)];
        Sources = [.. Enumerable.Range(1, SourceCount).Select(number => Source(number, ref dice))];
        Reference = new Reference(Countries, Regions, Actors, Relations, [], []);
    }

    public IReadOnlyList<Country> Countries { get; }

    public IReadOnlyList<Region> Regions { get; }

    public IReadOnlyList<Place> Places { get; }

    /// <summary>The commonest first.</summary>
    public IReadOnlyList<Actor> Actors { get; }

    public IReadOnlyList<ActorRelation> Relations { get; }

    public IReadOnlyList<Source> Sources { get; }

    public Reference Reference { get; }

    private static Country Country(string code, string name) => new() { Code = code, NameEn = name, NameFr = name };

    private static Actor Actor(int place, ref Dice dice)
    {
        var (kind, noun) = Kinds[place < Kinds.Length ? place : dice.Roll(Kinds.Length)];
        var own = Vocabulary.Word(ref dice, 3);
        return new Actor
        {
            Id = FirstId + place,
            Slug = $"synthetic-actor-{place + 1:00}",
            Name = $"Synthetic {noun} {char.ToUpperInvariant(own[0])}{own[1..]}",
            Kind = kind,
            Description = "An actor of the synthetic set; it does not exist.",
        };
    }

    /// <summary>Actors 41 to 48 are parts of actors 1 to 4 from 2016 on, every second one until 2021.</summary>
    private ActorRelation Component(int number) => new()
    {
        Slug = $"synthetic-relation-{number + 1}",
        From = Actors[40 + number],
        To = Actors[number % 4],
        FromId = Actors[40 + number].Id,
        ToId = Actors[number % 4].Id,
        Kind = RelationKind.ComponentOf,
        Statement = "A relation of the synthetic set.",
        ValidFrom = "2016",
        ValidTo = number % 2 == 0 ? "2021" : null,
        Confidence = RelationConfidence.Stated,
    };

    private static Source Source(int number, ref Dice dice)
    {
        var kind = (SourceKind)dice.Roll(Enum.GetValues<SourceKind>().Length);
        return new Source
        {
            Id = FirstId + number,
            Slug = string.Create(CultureInfo.InvariantCulture, $"synthetic-source-{number:0000}"),
            Publisher = "Synthetic press",
            Title = string.Create(CultureInfo.InvariantCulture, $"Synthetic report {number}"),
            Language = dice.Chance(0.5) ? "en" : "fr",
            Kind = kind,
            Reading = SourceReading.FullText,
            Reliability = (char)('A' + Math.Min(dice.Roll(4) + dice.Roll(4), 5)),
        };
    }
}
