using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Incidents;

public class DerivationTests
{
    private static readonly Actor Army = Actor("army", ActorKind.StateForces);
    private static readonly Actor Mission = Actor("mission", ActorKind.ExternalForces);
    private static readonly Actor Jihadists = Actor("jihadists", ActorKind.RebelOrJihadistGroup);
    private static readonly Actor Militia = Actor("militia", ActorKind.IdentityMilitia);
    private static readonly Actor Marchers = Actor("marchers", ActorKind.Protesters);

    [Fact]
    public void Group_against_state_or_external_forces_is_state_based()
    {
        Assert.Equal(UcdpViolence.StateBased, Violence(EventSubType.ArmedClash, Jihadists, Army));
        Assert.Equal(UcdpViolence.StateBased, Violence(EventSubType.AirOrDroneStrike, Mission, Jihadists));
        Assert.Equal(UcdpViolence.StateBased, Violence(EventSubType.RemoteExplosive, Jihadists, null, "peacekeepers"));
    }

    [Fact]
    public void Two_groups_without_the_state_are_non_state()
    {
        Assert.Equal(UcdpViolence.NonState, Violence(EventSubType.ArmedClash, Jihadists, Militia));
        Assert.Equal(UcdpViolence.NonState, Violence(EventSubType.SuicideBomb, Jihadists, null, "armed-groups"));
    }

    [Fact]
    public void Attack_on_civilians_is_one_sided()
    {
        Assert.Equal(UcdpViolence.OneSided, Violence(EventSubType.Attack, Army, null, "civilians"));
        Assert.Equal(UcdpViolence.OneSided, Violence(EventSubType.RemoteExplosive, Militia, null, "civilians", "school"));
        Assert.Equal(UcdpViolence.OneSided, Violence(EventSubType.Grenade, Jihadists, Marchers, "civilians"));
    }

    [Fact]
    public void Protests_riots_and_strategic_developments_are_no_organised_violence()
    {
        Assert.Null(Violence(EventSubType.ProtestWithIntervention, Army, Marchers, "civilians"));
        Assert.Null(Violence(EventSubType.MobViolence, Marchers, Army, "state-forces"));
        Assert.Null(Violence(EventSubType.Arrests, Army, Jihadists));
    }

    [Fact]
    public void State_against_state_is_none_of_the_three()
    {
        Assert.Null(Violence(EventSubType.ArmedClash, Army, Mission));
    }

    [Fact]
    public void Relays_of_one_agency_are_one_source()
    {
        var one = Cited(Source("a", "Paper (AFP)", agency: "AFP"), "date");
        var two = Cited(Source("b", "AFP", agency: "AFP"), "date");
        var own = Cited(Source("c", "Studio"), "place");

        Assert.Equal(2, Derivation.IndependentSourcesOf([one, two, own]));
        Assert.Equal(6, Derivation.CredibilityOf(one, [one, two, own]));
    }

    [Fact]
    public void Copies_count_as_the_work_they_copy()
    {
        var work = Source("work", "Bureau", reading: SourceReading.CitedOnly);
        var copy = Cited(Source("copy", "Mirror", derivedFrom: work), "date");
        var other = Cited(Source("other", "Bureau (extract)"), "date");

        Assert.Equal(1, Derivation.IndependentSourcesOf([copy, other]));
    }

    [Fact]
    public void Citation_is_probably_true_when_another_root_gives_the_same_fact()
    {
        var one = Cited(Source("a", "A"), "fatalities", "denial");
        var two = Cited(Source("b", "B"), "toll");
        var apart = Cited(Source("c", "C"), "denial");
        var unread = Cited(Source("d", "D", reading: SourceReading.CitedOnly), "toll");

        Assert.Equal(2, Derivation.CredibilityOf(one, [one, two, apart]));
        Assert.Equal(6, Derivation.CredibilityOf(apart, [one, two, apart]));
        Assert.Equal(6, Derivation.CredibilityOf(unread, [one, unread]));
        Assert.Equal(6, Derivation.CredibilityOf(one, [one, unread]));
    }

    [Fact]
    public void First_report_is_the_earliest_full_date_not_before_the_event()
    {
        var incident = Incident(EventSubType.Attack);
        incident.Citations.Add(Cited(Source("a", "A", published: "2018-01-02"), "date"));
        incident.Citations.Add(Cited(Source("b", "B", published: "2018-03"), "date"));
        incident.Citations.Add(Cited(Source("c", "C", published: "2018-03-09"), "date"));
        incident.Citations.Add(Cited(Source("d", "D", published: "2018-03-07"), "date"));

        Assert.Equal(new DateOnly(2018, 3, 7), Derivation.FirstReportedOn(incident));
    }

    [Theory]
    [InlineData(GeoPrecision.Exact, "Kidal", "ML-8")]
    [InlineData(GeoPrecision.Exact, "kidal", "ML-8")]
    [InlineData(GeoPrecision.Exact, "Tombouctou", "ML-7")]
    [InlineData(GeoPrecision.Exact, "Sahel", "ML-7")]
    [InlineData(GeoPrecision.Exact, null, "ML-7")]
    [InlineData(GeoPrecision.Country, "Kidal", null)]
    public void Source_names_the_region_among_those_the_coordinates_allow(
        GeoPrecision precision, string? named, string? region) =>
        Assert.Equal(
            region, Derivation.RegionOf(Repository.Boundaries, 18.05, 0.6, precision, "MLI", named)?.Code);

    [Fact]
    public void Embedded_incidents_lie_in_the_region_that_their_sources_name()
    {
        var differing = Repository.Set.Incidents
            .Where(incident => incident is { SourceRegionName: { } name, Region: { } region }
                && !Repository.Boundaries[region.Code]!.GoesBy(name))
            .Select(incident => incident.SeedKey);

        Assert.Empty(differing);
    }

    [Fact]
    public void Incident_known_to_the_country_only_has_no_region()
    {
        Assert.Null(Derivation.RegionOf(Repository.Boundaries, 16.27, -0.04, GeoPrecision.Country, "MLI"));
        Assert.Equal("ML-7", Derivation.RegionOf(Repository.Boundaries, 16.27, 0, GeoPrecision.Region, "MLI")?.Code);
    }

    [Fact]
    public void Every_embedded_incident_known_below_the_country_lies_in_a_region_of_its_country()
    {
        var without = Repository.Set.Incidents.Where(one => one.Region is null).ToList();

        Assert.All(
            Repository.Set.Incidents.Except(without), one => Assert.Equal(one.CountryCode, one.Region!.CountryCode));
        Assert.Empty(without.Where(one => one.GeoPrecision != GeoPrecision.Country).Select(one => one.SeedKey));
    }

    private static UcdpViolence? Violence(
        EventSubType subType, Actor attacker, Actor? attacked, params string[] targets)
    {
        var incident = Incident(subType);
        incident.Targets = [.. targets];
        incident.Actors.Add(new IncidentActor
        {
            Actor = attacker, Role = ActorRole.Perpetrator, Attribution = Attribution.Attributed,
        });
        if (attacked is not null)
        {
            incident.Actors.Add(new IncidentActor
            {
                Actor = attacked, Role = ActorRole.Target, Attribution = Attribution.Attributed,
            });
        }
        return Derivation.ViolenceOf(incident);
    }

    private static Incident Incident(EventSubType subType) => new()
    {
        Number = 1,
        Title = "Title",
        Summary = "Summary",
        StartsOn = new DateOnly(2018, 3, 6),
        EndsOn = new DateOnly(2018, 3, 6),
        DatePrecision = DatePrecision.Day,
        SubType = subType,
        CountryCode = "MLI",
        PlaceName = "Gao",
        Latitude = 16.27,
        Longitude = -0.04,
        GeoPrecision = GeoPrecision.Exact,
        CoordinateSource = CoordinateSource.Gazetteer,
        CreatedAt = Repository.ReadAt,
        ChangedAt = Repository.ReadAt,
    };

    private static Actor Actor(string slug, ActorKind kind) =>
        new() { Slug = slug, Name = slug, Kind = kind, Description = slug };

    private static Citation Cited(Source source, params string[] supports) =>
        new() { Source = source, Credibility = 6, Supports = [.. supports] };

    private static Source Source(
        string slug,
        string publisher,
        string? agency = null,
        string? published = null,
        Source? derivedFrom = null,
        SourceReading reading = SourceReading.Excerpt) => new()
    {
        Slug = slug,
        Publisher = publisher,
        Agency = agency,
        PublishedOn = published,
        DerivedFrom = derivedFrom,
        Language = "en",
        Kind = SourceKind.TraditionalMedia,
        Reading = reading,
        Reliability = 'C',
    };
}
