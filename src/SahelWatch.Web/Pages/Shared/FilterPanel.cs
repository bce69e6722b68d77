using System.Globalization;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Shared;

/// <summary>
/// What the filter form shows: the values typed, bad ones included, and each facet's values with counts.
/// </summary>
public sealed class FilterPanel
{
    private static readonly Facet[] Order =
    [
        Facet.Actor, Facet.Type, Facet.Country, Facet.Region, Facet.Tactic, Facet.Target, Facet.Subtype,
        Facet.Attribution, Facet.Role, Facet.Kind, Facet.Ucdp, Facet.Geo, Facet.Time, Facet.Checked, Facet.Collection,
    ];

    private readonly ViewRequest _view;
    private readonly ILookup<string, string> _typed;

    private FilterPanel(FilteredPage page, IReadOnlyList<FacetList> facets, IReadOnlyList<FilterChip> chips)
    {
        _view = page.View;
        _typed = (page.Pairs ?? QueryPairs.Read(_view.Query)).ToLookup(pair => pair.Key, pair => pair.Value);
        Action = page.Path;
        Kept = [.. page.ViewPairs];
        Facets = facets;
        Chips = chips;
        Without = page.Link(page.View.Filter);
        Cleared = page.Link(IncidentFilter.Everything);
        var isRecent = _view.Filter.Last is not null || _view.Filter.From > _view.Index.CoveredTo;
        DataEnds = _view.IsValid && page.Total == 0 && isRecent ? _view.Index.CoveredTo : null;
    }

    public string Action { get; }

    /// <summary>The view's own pairs, sent along as hidden fields.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Kept { get; }

    public IReadOnlyList<FacetList> Facets { get; }

    public IReadOnlyList<FilterChip> Chips { get; }

    public IReadOnlyList<Problem> Problems => _view.Problems;

    /// <summary>The last day of the data, where nothing was found and that may be why.</summary>
    public DateOnly? DataEnds { get; }

    /// <summary>The same view with the parts that could be read alone.</summary>
    public string Without { get; }

    public string Cleared { get; }

    public bool Components => _view.Filter.Components;

    public bool PoliticalViolenceOnly => _view.Filter.PoliticalViolenceOnly;

    /// <summary>A single-valued field in its canonical form, or as it was typed while there are problems.</summary>
    public string Typed(string key) => _typed[key].FirstOrDefault() ?? "";

    public static FilterPanel Build(FilteredPage page, Text text)
    {
        var filter = page.View.Filter;
        var chosen = FilterGrammar.Pairs(filter).ToLookup(pair => pair.Key, pair => pair.Value);
        var facets = Order
            .Select(facet => List(facet, page.Counts, chosen[KeyOf(facet)].ToHashSet(), page.Sentence))
            .Where(list => list.Values.Count > 0);
        var chips = FilterGrammar.Parts(filter)
            .Select(part => new FilterChip(page.Sentence.ValueName(part.Key, part.Value), page.Link(part.Without)));
        return new FilterPanel(page, [.. facets], [.. chips]);
    }

    private static string KeyOf(Facet facet) => Code.Of(facet);

    private static FacetList List(Facet facet, FacetCounts counts, HashSet<string> chosen, FilterSentence sentence)
    {
        var key = KeyOf(facet);
        var byName = StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true);
        return new FacetList(facet, key,
        [
            .. counts[facet].Keys.Union(chosen)
                .Select(value => new FacetValue(
                    value, Name(facet, value, sentence), counts.Of(facet, value), chosen.Contains(value)))
                .OrderByDescending(value => value.IsChosen)
                .ThenByDescending(value => value.Count)
                .ThenBy(value => value.Name, byName),
        ]);
    }

    private static string Name(Facet facet, string value, FilterSentence sentence) =>
        sentence.ValueName(KeyOf(facet), value);
}

/// <summary>One active filter value and the link that takes it away.</summary>
public sealed record FilterChip(string Name, string WithoutLink);
