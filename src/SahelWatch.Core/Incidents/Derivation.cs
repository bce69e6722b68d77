using SahelWatch.Actors;
using SahelWatch.Geography;

namespace SahelWatch.Incidents;

/// <summary>
/// The fields of an incident that follow from its others, all computed here and nowhere else:
/// <list type="bullet">
/// <item>Region: of those that the coordinates allow, the one that the record's source names, else the one that holds
/// them; none where only the country is known. Exact coordinates allow regions within 10 km, because the borders are
/// simplified by as much; others within 25 km, because they may be wrong by as much.</item>
/// <item>Violence, after UCDP: none for protests, riots and strategic developments; one-sided for violence against
/// civilians, and where no armed side was attacked and every target is civilian; state-based where state or external
/// forces stand on exactly one side; non-state where they stand on neither and both sides are armed.</item>
/// <item>Independent sources: distinct roots among the citations whose source was read.</item>
/// <item>First reported: the earliest full publication date, not before the incident began.</item>
/// <item>Credibility of a citation: 2 (probably true) where another citation with another root gives at least one of
/// the same facts (<see cref="CitedFacts"/>), else 6 (cannot be judged yet). A source that was not read neither
/// gives nor gets support.</item>
/// </list>
/// </summary>
public static class Derivation
{
    private static readonly string[] ArmedStateTargets = ["state-forces", "peacekeepers", "foreign-forces"];

    private static readonly HashSet<string> CivilianTargets =
    [
        "civilians", "election", "humanitarian", "infrastructure", "media", "mining", "refugees", "school", "worship",
    ];

    /// <summary>Sets every derived field; <paramref name="boundaries"/> give the region.</summary>
    public static void Apply(Incident incident, RegionBoundaries boundaries)
    {
        incident.Region = RegionOf(
            boundaries,
            incident.Latitude,
            incident.Longitude,
            incident.GeoPrecision,
            incident.CountryCode,
            incident.SourceRegionName);
        ApplySourcesAndSides(incident);
        foreach (var citation in incident.Citations)
        {
            citation.Credibility = CredibilityOf(citation, incident.Citations);
        }
    }

    /// <summary>Sets the fields that follow from sides, targets and citations, the region and grades apart.</summary>
    public static void ApplySourcesAndSides(Incident incident)
    {
        incident.Violence = ViolenceOf(incident);
        incident.IndependentSources = IndependentSourcesOf(incident.Citations);
        incident.FirstReportedOn = FirstReportedOn(incident);
    }

    public static Region? RegionOf(
        RegionBoundaries boundaries,
        double latitude,
        double longitude,
        GeoPrecision precision,
        string? countryCode,
        string? sourceName = null)
    {
        if (precision is GeoPrecision.Country or GeoPrecision.Waters)
        {
            return null;
        }
        var named = sourceName is null
            ? null
            : boundaries.FindNamed(
                sourceName, latitude, longitude, countryCode, precision == GeoPrecision.Exact ? 10 : 25);
        return named ?? boundaries.Find(latitude, longitude, countryCode);
    }

    public static UcdpViolence? ViolenceOf(Incident incident)
    {
        if (incident.Type is EventType.Protests or EventType.Riots or EventType.StrategicDevelopments)
        {
            return null;
        }
        if (incident.Type == EventType.ViolenceAgainstCivilians)
        {
            return UcdpViolence.OneSided;
        }
        var attackers = incident.Actors.Where(actor => actor.Role is ActorRole.Perpetrator or ActorRole.SideA).ToList();
        var attacked = incident.Actors
            .Where(actor => actor.Role is ActorRole.Target or ActorRole.SideB && IsArmed(actor.Actor))
            .ToList();
        var stateAttacked = attacked.Exists(actor => IsState(actor.Actor))
            || incident.Targets.Exists(target => ArmedStateTargets.Contains(target));
        var othersAttacked = attacked.Exists(actor => !IsState(actor.Actor))
            || incident.Targets.Contains("armed-groups");
        if (!stateAttacked && !othersAttacked)
        {
            return incident.Targets.Count > 0 && incident.Targets.TrueForAll(CivilianTargets.Contains)
                ? UcdpViolence.OneSided
                : null;
        }
        var stateAttacks = attackers.Exists(actor => IsState(actor.Actor));
        var othersAttack = attackers.Exists(actor => !IsState(actor.Actor));
        if ((stateAttacks && othersAttacked) || (othersAttack && stateAttacked))
        {
            return UcdpViolence.StateBased;
        }
        return othersAttack && othersAttacked ? UcdpViolence.NonState : null;
    }

    public static int IndependentSourcesOf(IEnumerable<Citation> citations) =>
        citations.Where(WasRead).Select(citation => RootOf(citation.Source)).Distinct(StringComparer.Ordinal).Count();

    public static DateOnly? FirstReportedOn(Incident incident)
    {
        DateOnly? first = null;
        foreach (var citation in incident.Citations)
        {
            if (PartialDate.TryParse(citation.Source.PublishedOn, out var date)
                && date.First == date.Last
                && date.First >= incident.StartsOn
                && !(date.First >= first))
            {
                first = date.First;
            }
        }
        return first;
    }

    public static int CredibilityOf(Citation citation, IEnumerable<Citation> all)
    {
        if (!WasRead(citation))
        {
            return 6;
        }
        var root = RootOf(citation.Source);
        var facts = CitedFacts.Of(citation.Supports);
        return all.Any(other => WasRead(other)
            && RootOf(other.Source) != root
            && CitedFacts.Of(other.Supports).Overlaps(facts))
            ? 2
            : 6;
    }

    /// <summary>
    /// What a source goes back to: along its derived-from chain to the end, then that one's agency, else its publisher
    /// without brackets, else the source itself. Two sources with one root are one source.
    /// </summary>
    public static string RootOf(Source source)
    {
        var (end, passed) = (source, new HashSet<Source>());
        while (end.DerivedFrom is not null && passed.Add(end))
        {
            end = end.DerivedFrom;
        }
        if (end.Agency is not null)
        {
            return end.Agency;
        }
        var name = end.Publisher?.Split(['(', '/'], 2)[0].Trim();
        return string.IsNullOrEmpty(name) ? end.Slug : name;
    }

    private static bool WasRead(Citation citation) => citation.Source.Reading != SourceReading.CitedOnly;

    private static bool IsState(Actor actor) => actor.Kind is ActorKind.StateForces or ActorKind.ExternalForces;

    private static bool IsArmed(Actor actor) =>
        actor.Kind is not (ActorKind.Civilians or ActorKind.Protesters or ActorKind.Rioters);
}
