using SahelWatch.Actors;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// How many incidents of a filter name an actor, in any role, as the perpetrator and in another role. An actor can be
/// named twice in one incident, so the last two may add up to more than the first.
/// </summary>
public sealed record ActorCount(Actor Actor, Counted Incidents, Counted AsPerpetrator, Counted InOtherRoles)
{
    private static readonly ActorRole[] Others =
        [.. Enum.GetValues<ActorRole>().Where(role => role != ActorRole.Perpetrator)];

    /// <summary>
    /// Every actor that the filter leaves in question: those of its actor kinds, and those it names where it names any.
    /// </summary>
    public static IReadOnlyList<ActorCount> Of(IncidentIndex index, IncidentFilter filter, DateOnly today)
    {
        var inAny = Count(index, filter, filter.Roles.ToArray(), today);
        var asPerpetrator = Count(index, filter, Shared(filter, [ActorRole.Perpetrator]), today);
        var inOthers = Count(index, filter, Shared(filter, Others), today);
        return
        [
            .. index.Reference.Actors
                .Where(actor => filter.ActorKinds.Length == 0 || filter.ActorKinds.Contains(actor.Kind))
                .Where(actor => filter.Actors.Length == 0 || filter.Actors.Contains(actor.Slug))
                .Select(actor => new ActorCount(actor, inAny(actor), asPerpetrator(actor), inOthers(actor))),
        ];
    }

    /// <summary>The roles that both ask for; null where the filter asks for others.</summary>
    private static ActorRole[]? Shared(IncidentFilter filter, ActorRole[] roles)
    {
        var shared = filter.Roles.Length == 0 ? roles : [.. roles.Where(role => filter.Roles.Contains(role))];
        return shared.Length == 0 ? null : shared;
    }

    private static Func<Actor, Counted> Count(
        IncidentIndex index, IncidentFilter filter, ActorRole[]? roles, DateOnly today)
    {
        if (roles is null)
        {
            return _ => default;
        }
        var asked = filter.Selection with { Roles = [.. roles] };
        using var found = index.Collect(
            asked with { Actors = [] }, today, compiled => new ActorCollector(index.Tables, compiled));
        var counts = found.Counts();
        return actor => new Counted(counts.Of(Facet.Actor, actor.Slug), asked with { Actors = [actor.Slug] });
    }
}
