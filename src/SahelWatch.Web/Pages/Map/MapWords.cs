using System.Globalization;
using System.Text.Json;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Map;

/// <summary>What the map says, the same in the page, the drawing and the API, in the reader's language.</summary>
public sealed class MapWords(Text text, Reference reference)
{
    /// <summary>The texts that the page's script fills with figures itself.</summary>
    private static readonly string[] Scripted =
    [
        "Cell", "Area", "Status", "DeathsUnknown", "Popup.More", "Time.Summary",
        .. new[] { "Incidents", "WithoutPlace", "DeathsCounted", "DeathsBetween", "Unit" }
            .SelectMany(key => new[] { $"{key}.One", $"{key}.Many" }),
    ];

    private readonly DateWords _dates = text.Dates();
    private readonly TollWords _tolls = text.Tolls();

    /// <summary>"37 of 412 in view; 5 without exact place".</summary>
    public string Status(MapView view) =>
        text["Map.Status", Number(view.InView), Number(view.Total),
            text.Count("Map.WithoutPlace", view.WithoutPlace)];

    public string Date(IncidentRow facts) => _dates.Write(facts.StartsOn, facts.EndsOn, facts.DatePrecision);

    public string Day(DateOnly day) => _dates.Day(day);

    public string Deaths(Toll toll) => text["Map.Deaths", _tolls.Write(toll)];

    public string Toll(Toll toll) => _tolls.Write(toll);

    /// <summary>"Ansongo, Gao, Mali", each name once.</summary>
    public static string Place(IncidentLine line) =>
        string.Join(", ", new[] { line.Place, line.Region, line.Country }.OfType<string>().Distinct());


    /// <summary>What a list that stops at <see cref="MapLines.Most"/> says of the rest in a viewport.</summary>
    public LeftOutAnswer? LeftOut(MapView view, IncidentFilter filter, BoundingBox box) =>
        view.InView <= MapLines.Most
            ? null
            : new LeftOutAnswer(
                text["Map.List.First", Number(MapLines.Most), Number(view.InView)],
                text["Map.List.Inside", Number(view.InView)],
                ViewRequest.Link("/incidents", filter.Selection with { Box = filter.Box?.Cut(box) ?? box }));

    public string Label(MapArea area) =>
        text["Map.Area", text.Count("Map.Incidents", area.Count), AreaName(area)];

    /// <summary>The name that a marker of one incident is read out by.</summary>
    public string Label(string title, IncidentRow facts) =>
        text["Map.Marker", title, text.Of(facts.Type), Date(facts), text.Of(facts.GeoPrecision), Deaths(facts.Deaths)];

    public string AreaName(MapArea area) => AreaName(area.CountryCode, area.RegionCode);

    public string AreaName(string country, string? region) => RegionName(region) ?? CountryName(country);

    /// <summary>What each colour stands for, in the order of the colours.</summary>
    public IReadOnlyList<string> Colours(ActorColours colours) => colours.Chosen.Count > 0
        ? [.. colours.Chosen.Select(slug => reference.Actor(slug)?.ShortNameIn(CultureInfo.CurrentUICulture) ?? slug)]
        : [.. Code.All<ActorGroup>().Select(code => text[$"Map.Group.{code}"])];

    /// <summary>Those texts by their keys, as JSON.</summary>
    public string Templates => JsonSerializer.Serialize(Scripted.ToDictionary(key => key, key => text[$"Map.{key}"]));

    public static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private string? RegionName(string? code) =>
        code is null ? null : reference.Region(code)?.NameIn(CultureInfo.CurrentUICulture) ?? code;

    private string CountryName(string code) => reference.Country(code)?.NameIn(CultureInfo.CurrentUICulture) ?? code;
}
