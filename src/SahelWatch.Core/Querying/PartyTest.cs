using SahelWatch.Actors;

namespace SahelWatch.Querying;

/// <summary>
/// The fields of a filter that are asked of one entry of an incident together: actor, kind, role and attribution. Who
/// is part of whom changes with the day when components count, so a test holds for the days of one
/// epoch, see <see cref="Epochs"/>.
/// </summary>
internal sealed class PartyTest
{
    private readonly IncidentFilter _filter;
    private readonly Reference _reference;
    private readonly IndexTables _tables;
    private readonly int _count;
    private readonly Lazy<ActorKind[]> _kinds;
    private readonly Epochs _epochs;
    private readonly ILookup<string, Membership>? _members;

    public PartyTest(IncidentFilter filter, Reference reference, IndexTables tables)
    {
        (_filter, _reference, _tables) = (filter, reference, tables);
        _count = tables.Parties.Count;
        _kinds = new Lazy<ActorKind[]>(() => Array.ConvertAll(
            Parties.ToArray(),
            party => party.Actor is { } slug && reference.Actor(slug) is { } actor
                ? actor.Kind
                : ActorKind.Unidentified));
        _epochs = Epochs.Of(filter, reference);
        if (filter.Actors.Length > 0)
        {
            _members = filter.Actors
                .SelectMany(slug => filter.Components
                    ? reference.WithComponents(slug)
                    : [new Membership(slug, DateOnly.MinValue, DateOnly.MaxValue)])
                .ToLookup(member => member.Slug);
        }
    }

    public bool Asks => _members is not null
        || _filter.ActorKinds.Length > 0 || _filter.Roles.Length > 0 || _filter.Attributions.Length > 0;

    /// <summary>Entries that the index knew when the filter was compiled, by code; 0 stands for none.</summary>
    public ReadOnlySpan<Party> Parties => _tables.Parties.Values[.._count];

    /// <summary>Kind of a party's actor, by the party's code.</summary>
    public ActorKind KindOf(int party) => _kinds.Value[party];

    /// <summary>The epoch of a day, from 0.</summary>
    public int Epoch(int day) => _epochs.Of(day);

    /// <summary>First day after an epoch.</summary>
    public int EndOf(int epoch) => _epochs.EndOf(epoch);

    /// <summary>For every party, by code, whether it meets the filter; one facet's own field may be left out.</summary>
    public bool[] Meeting(int epoch, Facet? leftOut = null)
    {
        var day = _epochs.DayOf(epoch);
        var meeting = new bool[_count];
        var parties = Parties;
        for (var code = 1; code < meeting.Length; code++)
        {
            var party = parties[code];
            meeting[code] =
                (leftOut == Facet.Actor || _members is null || IsMember(party.Actor, day))
                && (leftOut == Facet.Kind || _filter.ActorKinds.Length == 0
                    || _filter.ActorKinds.Contains(KindOf(code)))
                && (leftOut == Facet.Role || _filter.Roles.Length == 0 || _filter.Roles.Contains(party.Role))
                && (leftOut == Facet.Attribution || _filter.Attributions.Length == 0
                    || _filter.Attributions.Contains(party.Attribution));
        }
        return meeting;
    }

    /// <summary>
    /// For every party, by code, the codes of the actors that it counts for in the facet of actors: its own, and when
    /// components count those it was then part of. None where it fails another party field.
    /// </summary>
    public int[][] Counting(int epoch)
    {
        var day = _epochs.DayOf(epoch);
        var meeting = Meeting(epoch, Facet.Actor);
        var codes = ActorCodes();
        return
        [
            .. Parties.ToArray().Select((party, code) => !meeting[code]
                ? []
                : _filter.Components
                    ? _reference.Wholes(party.Actor).Where(whole => whole.Holds(day))
                        .Select(whole => codes[whole.Slug]).Distinct().ToArray()
                    : [codes[party.Actor]]),
        ];
    }

    /// <summary>Whether a party may count for several actors.</summary>
    public bool CountsWholes => _filter.Components;

    /// <summary>Made for each use: the table's own keys may be growing meanwhile.</summary>
    private Dictionary<string, int> ActorCodes()
    {
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var slug in _tables.Actors.Values)
        {
            codes.Add(slug, codes.Count);
        }
        return codes;
    }

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
}
