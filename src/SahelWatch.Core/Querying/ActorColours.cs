using SahelWatch.Actors;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// Which of six colours an incident carries on a map. Without chosen actors it is the group of the first perpetrator
/// (or, where none is named, of side A), and so it stays with one chosen actor; with two to five each has its own
/// colour and the last colour is left for an incident that names them in no way, which a filter by actor excludes.
/// </summary>
public sealed class ActorColours
{
    public const int Count = 6;

    private readonly IncidentIndex _index;
    private readonly ILookup<string, (int Colour, Membership Member)>? _chosen;

    public ActorColours(IncidentIndex index, IncidentFilter filter)
    {
        _index = index;
        if (filter.Actors.Length is < 2 or >= Count)
        {
            return;
        }
        Chosen = filter.Actors;
        _chosen = filter.Actors
            .SelectMany((slug, place) => (filter.Components
                    ? index.Reference.WithComponents(slug)
                    : [new Membership(slug, DateOnly.MinValue, DateOnly.MaxValue)])
                .Select(member => (place, member)))
            .ToLookup(pair => pair.member.Slug);
    }

    /// <summary>Slugs that have a colour each, in the order of the colours; empty where colours are groups.</summary>
    public IReadOnlyList<string> Chosen { get; } = [];

    /// <summary>
    /// Colour of a row, from 0: a place in <see cref="Chosen"/>, or a value of <see cref="ActorGroup"/>.
    /// </summary>
    public int Of(int row)
    {
        if (_chosen is null)
        {
            return (int)GroupOf(row);
        }
        var day = _index[row].StartsOn;
        var colour = Count - 1;
        foreach (var party in _index.Parties(row))
        {
            foreach (var (place, member) in _chosen[party.Actor])
            {
                if (place < colour && day >= member.From && day <= member.To)
                {
                    colour = place;
                }
            }
        }
        return colour;
    }

    public static ActorGroup GroupOf(ActorKind kind) => kind switch
    {
        ActorKind.StateForces => ActorGroup.StateForces,
        ActorKind.RebelOrJihadistGroup => ActorGroup.ArmedGroups,
        ActorKind.ExternalForces => ActorGroup.ExternalForces,
        ActorKind.PoliticalMilitia or ActorKind.IdentityMilitia => ActorGroup.Militias,
        ActorKind.Civilians or ActorKind.Protesters or ActorKind.Rioters => ActorGroup.Crowds,
        _ => ActorGroup.Unknown,
    };

    /// <summary>The first perpetrator named, or else the first of side A; null where there is neither.</summary>
    public static Actor? PerpetratorOf(IncidentIndex index, int row)
    {
        string? named = null;
        foreach (var party in index.Parties(row))
        {
            if (party.Role == ActorRole.Perpetrator)
            {
                named = party.Actor;
                break;
            }
            if (party.Role == ActorRole.SideA)
            {
                named ??= party.Actor;
            }
        }
        return named is null ? null : index.Reference.Actor(named);
    }

    private ActorGroup GroupOf(int row) => GroupOf(PerpetratorOf(_index, row)?.Kind ?? ActorKind.Unidentified);
}
