using SahelWatch.Benchmarks.Synthetic;
using SahelWatch.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Benchmarks.Indexing;

/// <summary>
/// A synthetic set in the form the index takes, a batch at a time so that making it can be kept off the clock.
/// </summary>
internal sealed class IndexFeed(SyntheticSet set)
{
    public const int BatchSize = 10_000;

    private readonly SyntheticReader _reader = set.Reader();
    private readonly IncidentFacts[] _facts = new IncidentFacts[BatchSize];
    private readonly Party[][] _parties = new Party[BatchSize][];
    private readonly int[][] _sources = new int[BatchSize][];
    private readonly string[][] _texts = new string[BatchSize][];

    public int Count { get; private set; }

    /// <summary>Reads incidents from a number on; false where there is none.</summary>
    public bool Read(int first, bool withText)
    {
        Count = Math.Clamp(set.Count - first + 1, 0, BatchSize);
        for (var i = 0; i < Count; i++)
        {
            _reader.Read(first + i);
            _facts[i] = Facts(set.World, _reader);
            _parties[i] = [.. _reader.Parties.ToArray().Select(Party)];
            _sources[i] = [.. _reader.Citations.ToArray().Select(one => set.World.Sources[one.Source].Id)];
            _texts[i] = withText
                ? [_reader.Title(), _reader.Summary(), set.World.Places[_reader.Incident.Place].Name]
                : [];
        }
        return Count > 0;
    }

    public void AddFacts(IndexBuilder builder)
    {
        for (var i = 0; i < Count; i++)
        {
            builder.Add(_facts[i], _parties[i], _sources[i]);
        }
    }

    public void AddTexts(IndexBuilder builder)
    {
        for (var i = 0; i < Count; i++)
        {
            builder.Text.Add(_texts[i]);
        }
    }

    private Party Party(SyntheticParty party) =>
        new(set.World.Actors[party.Actor].Slug, party.Role, party.Attribution);

    private static IncidentFacts Facts(SyntheticWorld world, SyntheticReader reader)
    {
        var incident = reader.Incident;
        var place = world.Places[incident.Place];
        var grades = 0UL;
        foreach (var citation in reader.Citations)
        {
            grades |= Evidence.Bit(new Grade(world.Sources[citation.Source].Reliability, citation.Credibility));
        }
        return new IncidentFacts(
            incident.Number, incident.StartsOn, incident.EndsOn,
            new IncidentKind(
                incident.SubType, incident.Violence, incident.DatePrecision, incident.GeoPrecision, incident.IsChecked),
            new Area(place.CountryCode!, incident.HasRegion ? place.Region!.Code : null),
            new MapPoint(place.Latitude!.Value, place.Longitude!.Value), incident.Deaths,
            new Means(incident.Tactics, incident.Targets), new Evidence(grades, "", reader.Citations.Length));
    }
}
