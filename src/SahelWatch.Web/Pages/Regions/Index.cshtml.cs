using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Importing;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;
using SahelWatch.Trends;

namespace SahelWatch.Pages.Regions;

/// <summary>The filter's incidents by country and region, as a map and a table.</summary>
public sealed class IndexModel(Text text, EmbeddedSet embedded) : FilteredPage(text)
{
    public override string Path => "/regions";

    public RegionTotals Totals { get; private set; } = null!;

    /// <summary>Countries with incidents, and those that the filter leaves open or names.</summary>
    public IEnumerable<CountryTotal> Countries => Totals.Countries.Where(country => country.All.Count > 0
        || View.Filter.Countries.Contains(country.CountryCode)
        || View.Filter is { Countries.Length: 0, Regions.Length: 0 });

    public BoundaryLayout Layout => embedded.Boundaries.Layout;

    /// <summary>What the map is shaded by: incidents per 100,000 people.</summary>
    public IReadOnlyList<ValueClass> Classes { get; private set; } = [];

    public RegionMap Map { get; private set; } = null!;

    public void OnGet()
    {
        if (View.IsValid)
        {
            Totals = RegionTotals.Of(View.Index, View.Filter, View.Today);
            Classes = Totals.Classes(MapMeasure.PerPeople);
            Map = RegionMap.OfRates(embedded.Boundaries, Totals, Classes, total => Text["Regions.MapLabel",
                Sentence.ValueName("region", total.Region.Code),
                Text.Count("Regions.IncidentsOf", total.Incidents.Count)]);
        }
    }
}
