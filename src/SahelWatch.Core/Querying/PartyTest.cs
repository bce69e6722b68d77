using SahelWatch.Actors;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// The fields of a filter that are asked of one entry of an incident together: actor, kind, role and attribution. Who
/// is part of whom changes with the day when components count, so a test holds for the days of one
/// <see cref="Epoch"/>, between which no membership begins or ends.
/// </summary>
internal sealed class PartyTest
{
    private readonly IncidentFilter _filter;
    private readonly Reference _reference;
    private readonly IndexTables _tables;
    private readonly ActorKind[] _kinds;
    private readonly int[] _changes;
    private readonly ILookup<string, Membership>? _members;

    public PartyTest(IncidentFilter filter, Reference reference, IndexTables tables)
    {
        (_filter, _reference, _tables) = (filter, reference, tables);
        _kinds = [.. tables.Actors.Values.ToArray().Select(slug => reference.Actor(slug)?.Kind ?? ActorKind.Unidentified)];
        _changes = filter.Components ? reference.MembershipChanges : [];
        if (filter.Actors.Length > 0)
        {
            _members = filter.Actors
                .SelectMany(slug => filter.Components
                    ? reference.WithComponents(slug)
                    : [new Membership(slug, DateOnly.MinValue, DateOnly.MaxValue)])
                .ToLookup(member => member.Slug);
        }
    }

    public bool Asks => _members is not null || AsksOther;

    private bool AsksOther =>
        _filter.ActorKinds.Length > 0 || _filter.Roles.Length > 0 || _filter.Attributions.Length > 0;

    /// <summary>Number of epochs, 1 or more.</summary>
    public int Epochs => _changes.Length + 1;

    /// <summary>The epoch of a day, from 0.</summary>
    public int Epoch(int day)
    {
        var place = Array.BinarySearch(_changes, day);
        return place < 0 ? ~place : place + 1;
    }

    /// <summary>First day after an epoch.</summary>
    public int EndOf(int epoch) => epoch < _changes.Length ? _changes[epoch] : int.MaxValue;

    /// <summary>For every actor, by code, whether the filter's actors or their components of that time include it.</summary>
    public bool[] Members(int epoch) =>
    [
        .. _tables.Actors.Values[.._kinds.Length].ToArray()
            .Select(slug => _members is null || _members[slug].Any(member => member.Holds(DayOf(epoch)))),
    ];

    /// <summary>For every actor, by code, the actors it counts for at that time: itself, and what it is part of.</summary>
    public int[][] Wholes(int epoch) =>
    [
        .. _tables.Actors.Values[.._kinds.Length].ToArray().Select((slug, code) => _filter.Components
            ? _reference.Wholes(slug).Where(whole => whole.Holds(DayOf(epoch)))
                .Select(whole => _tables.Actors.Find(whole.Slug)).Distinct().ToArray()
            : [code]),
    ];

    public ActorKind KindOf(int actor) => actor < _kinds.Length ? _kinds[actor] : ActorKind.Unidentified;

    /// <summary>Writes for every party set whether one of its entries meets the filter.</summary>
    public void Pass(int epoch, Span<byte> misses)
    {
        var members = Members(epoch);
        var sets = _tables.Parties.Values[..misses.Length];
        for (var code = 0; code < sets.Length; code++)
        {
            misses[code] = (byte)(AnyMeets(sets[code], members) ? Miss.None : Miss.Parties);
        }
    }

    /// <summary>Whether an entry meets all that the filter asks of entries, but for one facet's own field.</summary>
    public bool Meets(Party party, int actor, bool[] members, Facet? leftOut) =>
        (leftOut == Facet.Actor || _members is null || actor < members.Length && members[actor])
        && (leftOut == Facet.Kind || _filter.ActorKinds.Length == 0 || _filter.ActorKinds.Contains(KindOf(actor)))
        && (leftOut == Facet.Role || _filter.Roles.Length == 0 || _filter.Roles.Contains(party.Role))
        && (leftOut == Facet.Attribution || _filter.Attributions.Length == 0
            || _filter.Attributions.Contains(party.Attribution));

    public IEnumerable<string> ActorsOf(IncidentIndex index, int row)
    {
        var block = index.Blocks[row >> IndexBlock.Shift];
        var place = row & IndexBlock.Most - 1;
        var set = _tables.Parties[block.Parties[place]];
        var epoch = Epoch(block.Days[place]);
        var (members, wholes) = (Members(epoch), Wholes(epoch));
        return set.Parties.Zip(set.Actors).Where(pair => Meets(pair.First, pair.Second, members, Facet.Actor))
            .SelectMany(pair => wholes[pair.Second]).Distinct().Select(actor => _tables.Actors[actor]).ToList();
    }

    private bool AnyMeets(PartySet set, bool[] members)
    {
        for (var i = 0; i < set.Parties.Length; i++)
        {
            if (Meets(set.Parties[i], set.Actors[i], members, null))
            {
                return true;
            }
        }
        return false;
    }

    private DateOnly DayOf(int epoch) =>
        epoch == 0 ? DateOnly.MinValue : DateOnly.FromDayNumber(_changes[epoch - 1]);
}
