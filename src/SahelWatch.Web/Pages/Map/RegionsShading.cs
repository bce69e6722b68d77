using System.Globalization;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Map;

/// <summary>A map of regions shaded by one measure: values, classes and the words for both.</summary>
public sealed class RegionsShading
{
    private readonly ViewRequest _view;
    private readonly RegionValues _values;
    private readonly Text _text;
    private readonly int _total;

    private RegionsShading(ViewRequest view, MapMeasure measure, RegionValues values, int total, Text text)
    {
        _view = view;
        _values = values;
        _total = total;
        _text = text;
        Measure = measure;
        Classes = values.Classes(measure);
    }

    public MapMeasure Measure { get; }

    public IReadOnlyList<ValueClass> Classes { get; }

    public IReadOnlyList<RegionValue> Values => _values.All;

    public static RegionsShading Of(ViewRequest view, MapMeasure measure, Text text)
    {
        var rows = view.Rows();
        return new RegionsShading(view, measure, RegionValues.Of(view.Index, rows), rows.Length, text);
    }

    public int ClassOf(RegionValue value) => ValueClass.PlaceOf(value.Of(Measure) ?? 0, Classes);

    /// <summary>"412 incidents by region; 5 in no region".</summary>
    public string Status => _text["Map.Regions.Status",
        _text.Count("Map.Incidents", _total), _text.Count("Map.Regions.Outside", _values.WithoutRegion)];

    public string Label(ValueClass one) =>
        one.Low == one.High ? Figure(one.Low) : $"{Figure(one.Low)}–{Figure(one.High)}";

    public ShadedRegionsAnswer Answer() => new(
        _view.Head(_text, _total),
        _values.WithoutRegion,
        Status,
        Measure,
        [.. Classes.Select(one => new ClassAnswer(one.Low, one.High, one.Count, Label(one)))],
        [.. Values.Select(Answer)]);

    private ShadedRegionAnswer Answer(RegionValue value)
    {
        var name = value.Region.NameIn(CultureInfo.CurrentUICulture);
        var country = _view.Index.Reference.Country(value.Region.CountryCode)?.NameIn(CultureInfo.CurrentUICulture);
        return new ShadedRegionAnswer(
            value.Region.Code,
            name,
            value.Region.CountryCode,
            country ?? value.Region.CountryCode,
            value.Count,
            new DeathsAnswer(value.DeathsLow, value.DeathsBest, value.DeathsHigh, value.WithoutToll),
            Rounded(value.PerPeople),
            Rounded(value.PerArea),
            value.Region.Population,
            value.Region.PopulationYear,
            Rounded(value.Of(Measure)),
            ClassOf(value),
            _text["Map.Regions.Label", name, FigureWithUnit(value)],
            [.. Facts(value)],
            ViewRequest.Link("/incidents", _view.Filter.Selection with { Regions = [value.Region.Code], Countries = [] }));
    }

    private IEnumerable<string> Facts(RegionValue value)
    {
        yield return _text.Count("Map.Incidents", value.Count);
        yield return _text["Map.Regions.Deaths", value.DeathsLow, value.DeathsBest, value.DeathsHigh];
        if (value.WithoutToll > 0)
        {
            yield return _text.Count("Map.Regions.NoToll", value.WithoutToll);
        }
        yield return value.PerPeople is { } rate
            ? _text["Map.Regions.PerPeople", Figure(rate), $"{value.Region.PopulationYear}"]
            : _text["Map.Regions.NoPopulation"];
        if (value.PerArea is { } density)
        {
            yield return _text["Map.Regions.PerArea", Figure(density)];
        }
    }

    private string FigureWithUnit(RegionValue value) => Measure switch
    {
        MapMeasure.Count => _text.Count("Map.Incidents", value.Count),
        MapMeasure.Deaths => _text.Count("Map.DeathsCounted", value.DeathsBest),
        MapMeasure.PerPeople when value.PerPeople is { } rate => _text["Map.Regions.PerPeopleShort", Figure(rate)],
        MapMeasure.PerPeople => _text["Map.Regions.NoPopulation"],
        _ => _text["Map.Regions.PerAreaShort", Figure(value.PerArea ?? 0)],
    };

    private static string Figure(double value) => value.ToString(
        value >= 100 || value == Math.Floor(value) ? "N0" : value >= 1 ? "N1" : "0.###", CultureInfo.CurrentCulture);

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 4) : null;
}
