using SahelWatch.Actors;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>A filter made ready to test the rows of one index.</summary>
internal sealed class RowTest
{
    private readonly IncidentIndex _index;
    private readonly IncidentFilter _filter;
    private readonly DateOnly _first;
    private readonly DateOnly _last;
    private readonly ILookup<string, Membership>? _members;
    private readonly ulong _tactics;
    private readonly ulong _targets;
    private readonly string[] _words;

    public RowTest(IncidentIndex index, IncidentFilter filter, DateOnly today)
    {
        _index = index;
        _filter = filter;
        (_first, _last) = filter.Days(today);
        _tactics = IncidentIndex.Bits(Tactics.All, filter.Tactics);
        _targets = IncidentIndex.Bits(Targets.All, filter.Targets);
        _words = TextFold.Words(filter.Text);
        if (filter.Actors.Length > 0)
        {
            _members = filter.Actors
                .SelectMany(slug => filter.Components
                    ? index.Reference.WithComponents(slug)
                    : [new Membership(slug, DateOnly.MinValue, DateOnly.MaxValue)])
                .ToLookup(member => member.Slug);
        }
    }

    public Miss Misses(int row)
    {
        var facts = _index[row];
        var misses = Miss.None;
        if (facts.StartsOn < _first || facts.StartsOn > _last)
        {
            misses |= Miss.Date;
        }
        if (_filter.Countries.Length > 0 && !_filter.Countries.Contains(facts.CountryCode))
        {
            misses |= Miss.Country;
        }
        if (_filter.Regions.Length > 0 && !_filter.Regions.Contains(facts.RegionCode ?? IncidentFilter.NoRegion))
        {
            misses |= Miss.Region;
        }
        if (AsksParty && !AnyParty(row, null))
        {
            misses |= Miss.Party;
        }
        if (_filter.Types.Length > 0 && !_filter.Types.Contains(facts.Type))
        {
            misses |= Miss.Type;
        }
        if (_filter.SubTypes.Length > 0 && !_filter.SubTypes.Contains(facts.SubType))
        {
            misses |= Miss.SubType;
        }
        if (_filter.Violence.Length > 0 && (facts.Violence is not { } kind || !_filter.Violence.Contains(kind)))
        {
            misses |= Miss.Violence;
        }
        if (_tactics != 0 && (_index.TacticBits(row) & _tactics) == 0)
        {
            misses |= Miss.Tactic;
        }
        if (_targets != 0 && (_index.TargetBits(row) & _targets) == 0)
        {
            misses |= Miss.Target;
        }
        if (_filter.GeoPrecisions.Length > 0 && !_filter.GeoPrecisions.Contains(facts.GeoPrecision))
        {
            misses |= Miss.GeoPrecision;
        }
        if (_filter.DatePrecisions.Length > 0 && !_filter.DatePrecisions.Contains(facts.DatePrecision))
        {
            misses |= Miss.DatePrecision;
        }
        if (_filter.Checked is { } isChecked && isChecked != facts.IsChecked)
        {
            misses |= Miss.Checked;
        }
        if (_filter.Collections.Length > 0
            && !_index.CollectionsOf(row).Any(slug => _filter.Collections.Contains(slug)))
        {
            misses |= Miss.Collection;
        }
        return MeetsRest(row, facts) ? misses : misses | Miss.Rest;
    }

    /// <summary>
    /// Values of one party facet that the row offers, each once: those of entries that meet the filter's other party
    /// fields. An entry of a component also counts for the actors it is then part of, when components are asked for.
    /// </summary>
    public IEnumerable<string> PartyValues(int row, Facet facet)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var party in _index.Parties(row))
        {
            if (Meets(row, party, facet))
            {
                if (facet == Facet.Actor && _filter.Components)
                {
                    values.UnionWith(_index.Reference.Wholes(party.Actor)
                        .Where(whole => whole.Holds(_index[row].StartsOn))
                        .Select(whole => whole.Slug));
                    continue;
                }
                values.Add(facet switch
                {
                    Facet.Actor => party.Actor,
                    Facet.Kind => Code.Of(KindOf(party)),
                    Facet.Role => Code.Of(party.Role),
                    _ => Code.Of(party.Attribution),
                });
            }
        }
        return values;
    }

    private bool AsksParty => _members is not null
        || _filter.ActorKinds.Length > 0 || _filter.Roles.Length > 0 || _filter.Attributions.Length > 0;

    private bool AnyParty(int row, Facet? leftOut)
    {
        foreach (var party in _index.Parties(row))
        {
            if (Meets(row, party, leftOut))
            {
                return true;
            }
        }
        return false;
    }

    private bool Meets(int row, Party party, Facet? leftOut) =>
        (leftOut == Facet.Actor || _members is null || IsMember(party.Actor, _index[row].StartsOn))
        && (leftOut == Facet.Kind || _filter.ActorKinds.Length == 0 || _filter.ActorKinds.Contains(KindOf(party)))
        && (leftOut == Facet.Role || _filter.Roles.Length == 0 || _filter.Roles.Contains(party.Role))
        && (leftOut == Facet.Attribution || _filter.Attributions.Length == 0
            || _filter.Attributions.Contains(party.Attribution));

    private ActorKind KindOf(Party party) =>
        _index.Reference.Actor(party.Actor)?.Kind ?? ActorKind.Unidentified;

    private bool IsMember(string actor, DateOnly day)
    {
        foreach (var member in _members![actor])
        {
            if (member.Holds(day))
            {
                return true;
            }
        }
        return false;
    }

    private bool MeetsRest(int row, IncidentRow facts)
    {
        if (_filter.PoliticalViolenceOnly && !EventTypes.IsPoliticalViolence(facts.SubType))
        {
            return false;
        }
        if (_filter.DeathsAtLeast is { } deaths && facts.CountedDeaths < deaths)
        {
            return false;
        }
        if (_filter.Box is { } box && !(facts.HasPlace && box.Contains(facts.Latitude, facts.Longitude)))
        {
            return false;
        }
        if (_filter.GradeAtLeast is { } least && !Array.Exists(_index.GradesOf(row), grade => grade.IsAtLeast(least)))
        {
            return false;
        }
        return Array.TrueForAll(_words, word => _index.TextOf(row).Contains(word, StringComparison.Ordinal));
    }
}
