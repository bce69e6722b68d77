using System.Text;
using SahelWatch.Incidents;

namespace SahelWatch.Benchmarks.Synthetic;

/// <summary>One incident of the set at a time: what it holds is valid until the next is read.</summary>
internal sealed class SyntheticReader(SyntheticSet set)
{
    private static readonly Weighted ActorRanks = Weighted.Zipf(SyntheticWorld.ActorCount);
    private static readonly Weighted PlaceRanks = Weighted.Zipf(SyntheticWorld.PlaceCount, 0.8);
    private static readonly Weighted SourceRanks = Weighted.Zipf(SyntheticWorld.SourceCount, 0.8);
    private static readonly Weighted Credibilities = new([3, 8, 4, 1, 0.3, 2]);
    private static readonly Weighted Attributions = new([15, 50, 20, 15]);

    private readonly SyntheticParty[] _parties = new SyntheticParty[4];
    private readonly SyntheticCitation[] _citations = new SyntheticCitation[3];
    private readonly StringBuilder _text = new();
    private int _partyCount;
    private int _citationCount;
    private int _number;

    public SyntheticIncident Incident { get; private set; }

    public ReadOnlySpan<SyntheticParty> Parties => _parties.AsSpan(0, _partyCount);

    public ReadOnlySpan<SyntheticCitation> Citations => _citations.AsSpan(0, _citationCount);

    /// <param name="number">1 to the set's count.</param>
    public void Read(int number)
    {
        _number = number;
        var dice = new Dice(SyntheticSet.Seed, (ulong)number * 2);
        var subType = SyntheticFacts.SubType(ref dice);
        var (startsOn, endsOn, datePrecision) = SyntheticFacts.Days(ref dice, (number - 0.5) / set.Count);
        var geoPrecision = SyntheticFacts.GeoPrecision(ref dice);
        Incident = new SyntheticIncident(
            number, startsOn, endsOn, datePrecision, subType, SyntheticFacts.Violence(ref dice, subType),
            PlaceRanks.Pick(ref dice), geoPrecision, geoPrecision < GeoPrecision.Country,
            SyntheticFacts.Deaths(ref dice, subType), SyntheticFacts.Tactics(ref dice, subType),
            SyntheticFacts.Targets(ref dice, subType), dice.Chance(0.3));
        ReadParties(ref dice, subType);
        ReadCitations(ref dice);
    }

    public string Title()
    {
        var dice = new Dice(SyntheticSet.Seed, (ulong)_number * 2 + 1);
        return Words(ref dice, "Synthetic", 6 + dice.Roll(5));
    }

    public string Summary()
    {
        var dice = new Dice(SyntheticSet.Seed + 1, (ulong)_number * 2 + 1);
        return Words(ref dice, "Invented:", 20 + dice.Roll(21));
    }

    /// <summary>All that a search looks through: title, summary, names of place and actors.</summary>
    public string Searchable() =>
        string.Join('\n', Names().Prepend(set.World.Places[Incident.Place].Name).Prepend(Summary()).Prepend(Title()));

    private IEnumerable<string> Names()
    {
        for (var i = 0; i < _partyCount; i++)
        {
            yield return set.World.Actors[_parties[i].Actor].Name;
        }
    }

    private string Words(ref Dice dice, string first, int count)
    {
        _text.Clear().Append(first);
        for (var i = 0; i < count; i++)
        {
            _text.Append(' ').Append(set.Vocabulary.Pick(ref dice));
        }
        return _text.ToString();
    }

    private void ReadParties(ref Dice dice, EventSubType subType)
    {
        var oneSided = EventTypes.TypeOf(subType) != EventType.Battles;
        _partyCount = 0;
        Add(ref dice, oneSided ? ActorRole.Perpetrator : ActorRole.SideA);
        if (dice.Chance(0.85))
        {
            Add(ref dice, oneSided ? ActorRole.Target : ActorRole.SideB);
        }
        if (dice.Chance(0.08))
        {
            Add(ref dice, ActorRole.Associated);
        }
        if (!oneSided && dice.Chance(0.02))
        {
            _parties[_partyCount++] = _parties[0] with { Role = ActorRole.Target, Attribution = Attribution.Unknown };
        }
    }

    private void Add(ref Dice dice, ActorRole role)
    {
        var attribution = (Attribution)Attributions.Pick(ref dice);
        _parties[_partyCount++] = new SyntheticParty(ActorRanks.Pick(ref dice), role, attribution);
    }

    private void ReadCitations(ref Dice dice)
    {
        _citationCount = 0;
        for (var wanted = 1 + dice.Roll(3); wanted > 0; wanted--)
        {
            var citation = new SyntheticCitation(SourceRanks.Pick(ref dice), 1 + Credibilities.Pick(ref dice));
            if (!Array.Exists(_citations[.._citationCount], known => known.Source == citation.Source))
            {
                _citations[_citationCount++] = citation;
            }
        }
    }
}
