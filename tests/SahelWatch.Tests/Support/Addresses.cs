namespace SahelWatch.Tests.Support;

/// <summary>One address of every kind, with the type it must answer.</summary>
public static class Addresses
{
    public static readonly IReadOnlyList<string> Pages =
    [
        "/", "/incidents", "/incidents/1", "/incidents/1/history", "/trends", "/trends?violence=political", "/actors", "/actors/jnim",
        "/regions", "/regions/ML-5", "/calendar", "/collections/ctp-2018-07", "/changes", "/about", "/about/codebook", "/about/api",
    ];

    public static readonly IReadOnlyList<(string Path, string Type)> Files =
    [
        ("/incidents.csv", "text/csv"), ("/incidents.geojson", "application/geo+json"), ("/trends.csv", "text/csv"),
        ("/trends.svg", "image/svg+xml"), ("/map.svg", "image/svg+xml"), ("/changes.atom", "application/atom+xml"), ("/openapi/v1.json", "application/json"),
        ("/api/v1/incidents", "application/json"), ("/api/v1/incidents/1", "application/json"),
        ("/api/v1/facets", "application/json"), ("/api/v1/map?box=-18,4,25,28&zoom=5", "application/json"),
        ("/api/v1/map/time?by=year", "application/json"), ("/api/v1/map/regions", "application/json"), ("/api/v1/map/area/ML-5", "application/json"),
        ("/api/v1/map/incident/1", "application/json"), ("/api/v1/boundaries", "application/json"),
        ("/api/v1/histogram", "application/json"),
        ("/api/v1/trends", "application/json"), ("/api/v1/actors", "application/json"),
        ("/api/v1/actors/jnim", "application/json"), ("/api/v1/regions", "application/json"),
        ("/api/v1/regions/ML-5", "application/json"), ("/api/v1/events", "application/json"),
        ("/api/v1/changes", "application/json"),
        ("/healthz/live", "text/plain"), ("/healthz/ready", "text/plain"),
    ];
}
