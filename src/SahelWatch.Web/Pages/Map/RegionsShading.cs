using System.Globalization;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Map;

/// <summary>A map of regions shaded by one measure: values, classes and the words for both.</summary>
public sealed class RegionsShading
{
    private readonly ViewRequest _view;
    private readonly RegionTotals _totals;
    private readonly Text _text;

    private RegionsShading(ViewRequest view, MapMeasure measure, RegionTotals totals, Text text)
    {
        _view = view;
        _totals = totals;
        _text = text;
        Measure = measure;
        Classes = totals.Classes(measure);
    }

    public MapMeasure Measure { get; }

    public IReadOnlyList<ValueClass> Classes { get; }

    public IEnumerable<RegionTotal> Regions => _totals.Regions;

    public static RegionsShading Of(ViewRequest view, MapMeasure measure, Text text) =>
        new(view, measure, RegionTotals.Of(view.Index, view.Filter, view.Today), text);

    public int ClassOf(RegionTotal region) => ValueClass.PlaceOf(region.Of(Measure) ?? 0, Classes);

    /// <summary>"412 incidents by region; 5 in no region".</summary>
    public string Status => _text["Map.Regions.Status",
        _text.Count("Map.Incidents", _totals.Total), _text.Count("Map.Regions.Outside", _totals.Outside)];

    public string Label(ValueClass one) =>
        one.Low == one.High ? Figure(one.Low) : $"{Figure(one.Low)}–{Figure(one.High)}";

    public ShadedRegionsAnswer Answer() => new(
        _view.Head(_text, _totals.Total),
        _totals.Outside,
        Status,
        Measure,
        [.. Classes.Select(one => new ClassAnswer(one.Low, one.High, one.Count, Label(one)))],
        [.. Regions.Select(Answer)]);

    private ShadedRegionAnswer Answer(RegionTotal total)
    {
        var name = total.Region.NameIn(CultureInfo.CurrentUICulture);
        var country = _view.Index.Reference.Country(total.Region.CountryCode)?.NameIn(CultureInfo.CurrentUICulture);
        return new ShadedRegionAnswer(
            total.Region.Code,
            name,
            total.Region.CountryCode,
            country ?? total.Region.CountryCode,
            total.Incidents.Count,
            new DeathsAnswer(total.Figure.Low, total.Figure.Best, total.Figure.High, total.Figure.WithoutToll),
            Rounded(total.Per100000People),
            Rounded(total.Per1000Km2),
            total.Region.Population,
            total.Region.PopulationYear,
            Rounded(total.Of(Measure)),
            ClassOf(total),
            _text["Map.Regions.Label", name, FigureWithUnit(total)],
            [.. Facts(total)],
            total.Incidents.Filter is { } listed ? ViewRequest.Link("/incidents", listed) : null);
    }

    private IEnumerable<string> Facts(RegionTotal total)
    {
        yield return _text.Count("Map.Incidents", total.Incidents.Count);
        yield return _text["Map.Regions.Deaths", total.Figure.Low, total.Figure.Best, total.Figure.High];
        if (total.Figure.WithoutToll > 0)
        {
            yield return _text.Count("Map.Regions.NoToll", total.Figure.WithoutToll);
        }
        yield return total.Per100000People is { } rate
            ? _text["Map.Regions.PerPeople", Figure(rate), $"{total.Region.PopulationYear}"]
            : _text["Map.Regions.NoPopulation"];
        if (total.Per1000Km2 is { } density)
        {
            yield return _text["Map.Regions.PerArea", Figure(density)];
        }
    }

    private string FigureWithUnit(RegionTotal total) => Measure switch
    {
        MapMeasure.Count => _text.Count("Map.Incidents", total.Incidents.Count),
        MapMeasure.Deaths => _text.Count("Map.DeathsCounted", total.Figure.Best),
        MapMeasure.PerPeople when total.Per100000People is { } rate =>
            _text["Map.Regions.PerPeopleShort", Figure(rate)],
        MapMeasure.PerPeople => _text["Map.Regions.NoPopulation"],
        _ => _text["Map.Regions.PerAreaShort", Figure(total.Per1000Km2 ?? 0)],
    };

    private static string Figure(double value) => value.ToString(
        value >= 100 || value == Math.Floor(value) ? "N0" : value >= 1 ? "N1" : "0.###", CultureInfo.CurrentCulture);

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 4) : null;
}
