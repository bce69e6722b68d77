using SahelWatch.Actors;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// Every published incident in memory, in date order, to be asked by filter: built once, never changed, safe for any
/// number of readers. Results are row numbers, 0 to <see cref="Count"/> - 1; the text of the rows shown is read from
/// the database. A query is one pass over the rows; it keeps no state between queries.
/// </summary>
public sealed class IncidentIndex
{
    private readonly IncidentRow[] _rows;
    private readonly Party[][] _parties;
    private readonly ulong[] _tactics;
    private readonly ulong[] _targets;
    private readonly Grade[][] _grades;
    private readonly int[][] _sources;
    private readonly int[] _independentSources;
    private readonly string[][] _collections;
    private readonly string[] _text;
    private readonly Dictionary<int, int> _rowOfNumber;

    private IncidentIndex(IReadOnlyList<Incident> incidents, Reference reference, string version)
    {
        Reference = reference;
        Version = version;
        var published = incidents.Where(incident => incident.Status == EditorialStatus.Published)
            .OrderBy(incident => incident.StartsOn).ThenBy(incident => incident.Number).ToArray();
        var collected = reference.Collections
            .SelectMany(collection => collection.Items
                .Where(item => item.Kind == CollectionItemKind.Incident)
                .Select(item => (item.Key, collection.Slug)))
            .ToLookup(pair => pair.Key, pair => pair.Slug);
        _rows = Array.ConvertAll(published, Row);
        _parties = Array.ConvertAll(published, incident => incident.Actors
            .Select(entry => new Party(entry.Actor.Slug, entry.Role, entry.Attribution)).ToArray());
        _tactics = Array.ConvertAll(published, incident => Bits(Tactics.All, incident.Tactics));
        _targets = Array.ConvertAll(published, incident => Bits(Targets.All, incident.Targets));
        _grades = Array.ConvertAll(published, incident => incident.Citations
            .Select(citation => citation.Grade).Distinct().ToArray());
        _sources = Array.ConvertAll(published, incident => incident.Citations
            .Select(citation => citation.SourceId).ToArray());
        _independentSources = Array.ConvertAll(published, incident => incident.IndependentSources);
        _collections = Array.ConvertAll(published, incident => collected[Key(incident)].ToArray());
        _text = Array.ConvertAll(published, Searchable);
        AsOf = published.Length == 0 ? null : published.Max(incident => incident.ChangedAt);
        _rowOfNumber = Enumerable.Range(0, _rows.Length).ToDictionary(row => _rows[row].Number);
    }

    /// <summary>Names the state of the data; part of every ETag.</summary>
    public string Version { get; }

    /// <summary>UTC time of the latest change to a published incident: "data as of".</summary>
    public DateTime? AsOf { get; }

    public Reference Reference { get; }

    public int Count => _rows.Length;

    public IncidentRow this[int row] => _rows[row];

    public DateOnly? FirstDay => Count == 0 ? null : _rows[0].StartsOn;

    /// <summary>First possible day of the latest incident: the data tells nothing of the days after it.</summary>
    public DateOnly? CoveredTo => Count == 0 ? null : _rows[^1].StartsOn;

    public DateOnly? LastDay => Count == 0 ? null : _rows.Max(row => row.EndsOn);

    /// <summary>
    /// Builds the index. Only published incidents enter. Actors, citations with sources, and place must be loaded.
    /// </summary>
    public static IncidentIndex Build(IReadOnlyList<Incident> incidents, Reference reference, string version) =>
        new(incidents, reference, version);

    public ReadOnlySpan<Party> Parties(int row) => _parties[row];

    public IEnumerable<string> TacticsOf(int row) => Names(Tactics.All, _tactics[row]);

    public IEnumerable<string> TargetsOf(int row) => Names(Targets.All, _targets[row]);

    /// <summary>Grades of the row's citations, each once.</summary>
    public ReadOnlySpan<Grade> Grades(int row) => _grades[row];

    /// <summary>Keys of the sources that the row cites.</summary>
    public ReadOnlySpan<int> Sources(int row) => _sources[row];

    /// <summary>How many of the row's sources do not go back to another one of them.</summary>
    public int IndependentSources(int row) => _independentSources[row];

    /// <summary>How many different sources the rows cite together.</summary>
    public int CountSources(IEnumerable<int> rows) => rows.SelectMany(row => _sources[row]).Distinct().Count();

    /// <summary>Row of a public number; null where no published incident has it.</summary>
    public int? RowOf(int number) => _rowOfNumber.TryGetValue(number, out var row) ? row : null;

    /// <summary>All rows that match, in the filter's order; paging is the caller's.</summary>
    public int[] Select(IncidentFilter filter, DateOnly today)
    {
        var test = new RowTest(this, filter, today);
        var rows = new List<int>();
        for (var row = 0; row < _rows.Length; row++)
        {
            if (test.Misses(row) == Miss.None)
            {
                rows.Add(row);
            }
        }
        return RowOrder.Sort(this, [.. rows], filter);
    }

    /// <summary>
    /// Rows that match all of the filter but its dates, in date order: what a time histogram shows beside the brush.
    /// </summary>
    public int[] SelectAnyDate(IncidentFilter filter, DateOnly today) =>
        Select(filter.Selection with { From = null, To = null, Last = null, Descending = false }, today);

    /// <summary>Counts beside every facet value, each facet without its own filter.</summary>
    public FacetCounts CountFacets(IncidentFilter filter, DateOnly today)
    {
        var counts = new FacetCounts();
        var test = new RowTest(this, filter, today);
        for (var row = 0; row < _rows.Length; row++)
        {
            var misses = test.Misses(row);
            if (misses == Miss.None)
            {
                counts.Total++;
            }
            if ((misses & (misses - 1)) == 0)
            {
                CountRow(row, misses, test, counts);
            }
        }
        return counts;
    }

    internal ulong TacticBits(int row) => _tactics[row];

    internal ulong TargetBits(int row) => _targets[row];

    internal Grade[] GradesOf(int row) => _grades[row];

    internal string[] CollectionsOf(int row) => _collections[row];

    internal string TextOf(int row) => _text[row];

    internal static ulong Bits(IReadOnlyList<string> codes, IEnumerable<string> values) =>
        values.Aggregate(0UL, (bits, value) =>
        {
            for (var i = 0; i < codes.Count; i++)
            {
                if (codes[i] == value)
                {
                    return bits | 1UL << i;
                }
            }
            throw new ArgumentException($"'{value}' is none of the codes {string.Join(", ", codes)}.");
        });

    private static IEnumerable<string> Names(IReadOnlyList<string> codes, ulong bits)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            if ((bits >> i & 1) == 1)
            {
                yield return codes[i];
            }
        }
    }

    private void CountRow(int row, Miss misses, RowTest test, FacetCounts counts)
    {
        void Count(Miss own, Facet facet, string value)
        {
            if ((misses & ~own) == Miss.None)
            {
                counts.Add(facet, value);
            }
        }

        ref readonly var facts = ref _rows[row];
        Count(Miss.Country, Facet.Country, facts.CountryCode);
        Count(Miss.Region, Facet.Region, facts.RegionCode ?? IncidentFilter.NoRegion);
        Count(Miss.Type, Facet.Type, Code.Of(facts.Type));
        Count(Miss.SubType, Facet.Subtype, Code.Of(facts.SubType));
        Count(Miss.GeoPrecision, Facet.Geo, Code.Of(facts.GeoPrecision));
        Count(Miss.DatePrecision, Facet.Time, Code.Of(facts.DatePrecision));
        Count(Miss.Checked, Facet.Checked, facts.IsChecked ? "yes" : "no");
        if (facts.Violence is { } violence)
        {
            Count(Miss.Violence, Facet.Ucdp, Code.Of(violence));
        }
        CountEach(Miss.Tactic, Facet.Tactic, TacticsOf(row));
        CountEach(Miss.Target, Facet.Target, TargetsOf(row));
        CountEach(Miss.Collection, Facet.Collection, _collections[row]);
        foreach (var facet in (ReadOnlySpan<Facet>)[Facet.Actor, Facet.Kind, Facet.Role, Facet.Attribution])
        {
            CountEach(Miss.Party, facet, test.PartyValues(row, facet));
        }

        void CountEach(Miss own, Facet facet, IEnumerable<string> values)
        {
            foreach (var value in values)
            {
                Count(own, facet, value);
            }
        }
    }

    private static string Key(Incident incident) => $"{incident.Number}";

    private static IncidentRow Row(Incident incident) => new(
        incident.Number,
        incident.StartsOn,
        incident.EndsOn,
        incident.DatePrecision,
        incident.SubType,
        incident.Violence,
        incident.CountryCode,
        incident.Region?.Code,
        incident.Latitude,
        incident.Longitude,
        incident.GeoPrecision,
        incident.Deaths,
        incident.IsChecked);

    private static string Searchable(Incident incident) => TextFold.Fold(string.Join('\n', new[]
    {
        incident.Title, incident.Summary, incident.PlaceName, incident.SourceRegionName,
        incident.Place?.Name, $"#{incident.Number}",
    }
    .Concat(incident.Place?.Spellings ?? [])
    .Concat(incident.Actors.SelectMany(entry => entry.Actor.Aliases.Select(alias => alias.Name)
        .Append(entry.Actor.Name).Append(entry.Actor.NameFr ?? "").Append(entry.Actor.Acronym ?? "")))));
}
