using System.Globalization;
using SahelWatch.Actors;
using SahelWatch.Benchmarks.Synthetic;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Peers;

/// <summary>The integers that stand for words in the peers' tables, and back.</summary>
internal sealed class SqlCodes(SyntheticWorld world)
{
    public const int NoRegion = -1;

    private readonly Dictionary<string, int> _countries = Places(world.Countries.Select(country => country.Code));
    private readonly Dictionary<string, int> _regions = Places(world.Regions.Select(region => region.Code));
    private readonly Dictionary<string, int> _actors = Places(world.Actors.Select(actor => actor.Slug));

    public SyntheticWorld World => world;

    public int Country(string code) => _countries[code];

    public int Region(string code) => _regions[code];

    public int Actor(string slug) => _actors[slug];

    public string RegionName(long region) =>
        region == NoRegion ? IncidentFilter.NoRegion : world.Regions[(int)region].Code;

    public static string MonthName(long month) =>
        string.Create(CultureInfo.InvariantCulture, $"{month / 12}-{month % 12 + 1:00}");

    /// <summary>The word that a panel shows for a value; null where it shows none.</summary>
    public string? Name(Panel panel, long value) => panel switch
    {
        Panel.Month => MonthName(value),
        Panel.Country => world.Countries[(int)value].Code,
        Panel.Region => RegionName(value),
        Panel.Type => Code.Of((EventType)value),
        Panel.Subtype => Code.Of((EventSubType)value),
        Panel.Ucdp => value == 0 ? null : Code.Of((UcdpViolence)value),
        Panel.Geo => Code.Of((GeoPrecision)value),
        Panel.Time => Code.Of((DatePrecision)value),
        Panel.Checked => value == 1 ? "yes" : "no",
        Panel.Tactic => Tactics.All[(int)value],
        Panel.Target => Targets.All[(int)value],
        Panel.Actor => world.Actors[(int)value].Slug,
        Panel.Kind => Code.Of((ActorKind)value),
        Panel.Role => Code.Of((ActorRole)value),
        _ => Code.Of((Attribution)value),
    };

    private static Dictionary<string, int> Places(IEnumerable<string> words) =>
        words.Select((word, place) => (word, place)).ToDictionary(pair => pair.word, pair => pair.place);
}
