using Microsoft.AspNetCore.Mvc.RazorPages;
using SahelWatch.Querying;

namespace SahelWatch.Pages.About;

/// <summary>The API for people: addresses, the filter's keys, errors.</summary>
public sealed class ApiModel : PageModel
{
    /// <summary>Addresses that answer a filter, each with the key of its description.</summary>
    public static readonly IReadOnlyList<(string Path, string Key)> Addresses =
    [
        ("/api/v1/incidents", "Incidents"),
        ("/api/v1/incidents/1", "Incident"),
        ("/api/v1/facets", "Facets"),
        ("/api/v1/map", "Map"),
        ("/api/v1/map/time", "MapTime"),
        ("/api/v1/map/area/ML-5", "MapArea"),
        ("/api/v1/map/regions", "MapRegions"),
        ("/api/v1/map/incident/1", "MapIncident"),
        ("/api/v1/boundaries", "Boundaries"),
        ("/api/v1/histogram", "Histogram"),
        ("/api/v1/trends", "Trends"),
        ("/api/v1/actors", "Actors"),
        ("/api/v1/actors/jnim", "Actor"),
        ("/api/v1/regions", "Regions"),
        ("/api/v1/regions/ML-5", "Region"),
        ("/api/v1/events", "Events"),
        ("/api/v1/changes", "Changes"),
        ("/incidents.csv", "Csv"),
        ("/incidents.geojson", "GeoJson"),
        ("/trends.csv", "TrendsCsv"),
        ("/trends.svg", "TrendsSvg"),
        ("/map.svg", "MapSvg"),
        ("/changes.atom", "ChangesAtom"),
        ("/openapi/v1.json", "OpenApi"),
    ];

    /// <summary>One valid value for each key of the filter.</summary>
    public static readonly IReadOnlyDictionary<string, string> Examples = new Dictionary<string, string>
    {
        ["from"] = "2018-06", ["to"] = "2018-07-31", ["last"] = "12w", ["country"] = "MLI", ["region"] = "ML-5",
        ["actor"] = "jnim", ["components"] = "yes", ["kind"] = "state-forces", ["role"] = "perpetrator",
        ["attribution"] = "claimed", ["type"] = "explosions", ["subtype"] = "suicide-bomb", ["violence"] = "political",
        ["ucdp"] = "one-sided", ["tactic"] = "svbied", ["target"] = "peacekeepers",
        ["deaths"] = "10", ["geo"] = "exact",
        ["time"] = "day", ["grade"] = "B2", ["checked"] = "yes", ["collection"] = "ctp-2018-07",
        ["bbox"] = "-6,13,0,18", ["q"] = "sevare", ["sort"] = "-deaths", ["page"] = "2", ["size"] = "100",
    };

    public static IEnumerable<string> Keys => FilterGrammar.KeyNames;
}
