using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SahelWatch.Actors;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Map;

/// <summary>What <c>/api/v1/map</c> says of one viewport. Total = placed incidents + those without a place.</summary>
public sealed record MapAnswer(
    [property: JsonIgnore] AnswerHead Head,
    int InView,
    int WithoutPlace,
    string Status,
    CellColumns Cells,
    IReadOnlyList<SingleAnswer> Singles,
    IReadOnlyList<AreaAnswer> Areas,
    IReadOnlyList<LineAnswer> Incidents,
    LeftOutAnswer? LeftOut) : AnswerHead(Head);

/// <summary>
/// Set where the list ends before the incidents in view do: what it holds, and where all of them are.
/// </summary>
public sealed record LeftOutAnswer(string Text, string LinkText, string Link);

/// <summary>The incident of a cell that holds no other.</summary>
/// <param name="Cell">Place of its cell in the answer's cells.</param>
/// <param name="Label">The name that its marker is read out by.</param>
public sealed record SingleAnswer(
    int Cell,
    int Number,
    EventType Type,
    EventSubType SubType,
    GeoPrecision Precision,
    ActorKind? Perpetrator,
    int Colour,
    string Label);

/// <summary>Incidents known no better than a district, on their region or country.</summary>
public sealed record AreaAnswer(
    string Code, string Name, int Count, int Deaths, double Latitude, double Longitude);

/// <summary>One incident of the list beside the map.</summary>
/// <param name="TollText">The range of deaths alone: "12–15 (best 13)".</param>
/// <param name="DeathsText">The same as a phrase: "deaths: 12–15 (best 13)".</param>
/// <param name="Cell">Place of its cell in the answer's cells; null where it has none.</param>
public sealed record LineAnswer(
    int Number,
    string Title,
    string Date,
    string Place,
    string TollText,
    string DeathsText,
    EventType Type,
    string TypeName,
    GeoPrecision Precision,
    int Colour,
    double Latitude,
    double Longitude,
    int? Cell);

/// <summary>The first incidents of one area that have no better place.</summary>
public sealed record AreaListAnswer(
    [property: JsonIgnore] AnswerHead Head, string Code, string Name, string Label, IReadOnlyList<LineAnswer> Items)
    : AnswerHead(Head);

/// <summary>What a popup tells of one incident.</summary>
public sealed record PopupAnswer(
    int Number,
    string Title,
    string Link,
    string Date,
    string Place,
    GeoPrecision Precision,
    string PrecisionName,
    bool PlaceWithheld,
    string DeathsText,
    EventType Type,
    string TypeName,
    string SubTypeName,
    bool Checked,
    IReadOnlyList<PopupActor> Actors,
    IReadOnlyList<string> Grades,
    string GradesText);

public sealed record PopupActor(string Name, string Link, string Role, Attribution Attribution, string AttributionName);

/// <summary>Values and classes of a shaded map.</summary>
public sealed record ShadedRegionsAnswer(
    [property: JsonIgnore] AnswerHead Head,
    int WithoutRegion,
    string Status,
    MapMeasure Measure,
    IReadOnlyList<ClassAnswer> Classes,
    IReadOnlyList<ShadedRegionAnswer> Items) : AnswerHead(Head);

public sealed record ClassAnswer(double Low, double High, int Regions, string Label);

/// <param name="Value">The measure asked for; null where it is not known.</param>
/// <param name="Class">Place in the classes from 1; 0 is none.</param>
/// <param name="Link">The list of its incidents; null where the filter has none there.</param>
public sealed record ShadedRegionAnswer(
    string Code,
    string Name,
    string Country,
    string CountryName,
    int Incidents,
    DeathsAnswer Deaths,
    double? Per100000People,
    double? Per1000Km2,
    int? Population,
    int? PopulationYear,
    double? Value,
    int Class,
    string Label,
    IReadOnlyList<string> Facts,
    string? Link);

/// <param name="WithoutToll">Incidents of which no figure is known.</param>
public sealed record DeathsAnswer(int Low, int Best, int High, int WithoutToll);

/// <summary>Two GeoJSON feature collections.</summary>
public sealed record BoundariesAnswer(JsonObject Regions, JsonObject Neighbours);
