using SahelWatch.Benchmarks.Synthetic;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Comparing;

/// <summary>All that is asked, in order.</summary>
internal static class Questions
{
    private static readonly int[] Zooms = [4, 6, 8, 10, 12];

    public static IReadOnlyList<Question> Of(SyntheticSet set)
    {
        var (narrow, broad, open) = (Narrow(set), Broad, Open);
        var lastPage = Math.Min(1000, set.Count / 5 / IncidentFilter.DefaultPageSize);
        return
        [
            new("W1 narrow", Work.MonthsByRegion, narrow),
            new("W1 broad", Work.MonthsByRegion, broad),
            new("W1 open", Work.MonthsByRegion, open),
            new("W2 narrow", Work.Panels, narrow),
            new("W2 broad", Work.Panels, broad),
            new("W2 open", Work.Panels, open),
            new("W3 narrow zoom 8", Work.Cells, narrow, At(set, 8)),
            .. Zooms.Select(zoom => new Question($"W3 broad zoom {zoom}", Work.Cells, broad, At(set, zoom))),
            new("W3 open zoom 6", Work.Cells, open, At(set, 6)),
            new("W4 narrow page 1", Work.Page, narrow),
            new("W4 broad page 1", Work.Page, broad),
            new($"W4 broad page {lastPage}", Work.Page, broad with { Page = lastPage }),
            new($"W4 open page {lastPage}", Work.Page, open with { Page = lastPage }),
            .. Texts(set.Vocabulary).Select(text =>
                new Question($"W5 {text.Name}", Work.Text, new IncidentFilter { Text = text.Words })),
            new("W5 common word, broad", Work.Text, broad with { Text = set.Vocabulary.Distinct(30) }),
        ];
    }

    /// <summary>Three years, five actors, four sub-types and a box: about 1 %.</summary>
    private static IncidentFilter Narrow(SyntheticSet set) => new()
    {
        From = new DateOnly(2020, 1, 1),
        To = new DateOnly(2022, 12, 31),
        Actors = [.. new[] { 8, 13, 21, 34, 55 }.Select(place => set.World.Actors[place].Slug)],
        SubTypes =
        [
            EventSubType.ArmedClash, EventSubType.AirOrDroneStrike, EventSubType.RemoteExplosive, EventSubType.Attack,
        ],
        Box = new BoundingBox(-6, 11, 4, 17),
    };

    /// <summary>Two countries, three types and nearly nine years: about 43 %.</summary>
    private static IncidentFilter Broad { get; } = new()
    {
        From = new DateOnly(2017, 3, 1),
        Countries = ["BFA", "MLI"],
        Types = [EventType.Battles, EventType.Explosions, EventType.ViolenceAgainstCivilians],
    };

    /// <summary>All but the first years, which hold few: about 98 %.</summary>
    private static IncidentFilter Open { get; } = new() { From = new DateOnly(2013, 3, 1) };

    private static MapPosition At(SyntheticSet set, int zoom)
    {
        var commonest = set.World.Places.First(place => place.CountryCode == "MLI");
        return new MapPosition(commonest.Latitude!.Value, commonest.Longitude!.Value, zoom);
    }

    private static IEnumerable<(string Name, string Words)> Texts(Vocabulary words) =>
    [
        ("common word", words.Distinct(30)),
        ("seldom word", words.Distinct(2_000)),
        ("accented word", words.Distinct(5_000, accented: true)),
        ("rare word", words.Distinct(40_000)),
        ("two words", $"{words.Distinct(30)} {words.Distinct(300)}"),
    ];
}
