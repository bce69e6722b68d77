using SahelWatch.Actors;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Editing;

public sealed class EntryReaderTests
{
    private static readonly EntryRecords Records = new(
        Repository.Set.Countries.ToDictionary(country => country.Code),
        Repository.Set.Places.ToDictionary(place => place.Slug),
        Repository.Set.Actors.ToDictionary(actor => actor.Slug),
        Repository.Set.Sources.ToDictionary(source => source.Slug),
        Repository.Boundaries,
        name => $"new-{name}",
        name => $"new-{name}");

    public static TheoryData<string, string, Func<EntryForm, EntryForm>> BadFields() => new()
    {
        { "Title", "Required", form => form with { Title = " " } },
        { "Title", "TextLength", form => form with { Title = new string('a', Incident.TitleLength + 1) } },
        { "Summary", "TextLength", form => form with { Summary = new string('a', 10_000) } },
        { "StartsOn", "Required", form => form with { StartsOn = null } },
        { "StartsOn", "Day", form => form with { StartsOn = "2026-02-30" } },
        { "StartsOn", "Day", form => form with { StartsOn = "03/04/2026" } },
        { "StartsOn", "NotAfter", form => form with { StartsOn = "2026-11-02" } },
        { "EndsOn", "NotBefore", form => form with { EndsOn = "2026-10-19" } },
        { "DatePrecision", "KnownCode", form => form with { DatePrecision = "hour" } },
        { "SubType", "Required", form => form with { SubType = null } },
        { "Tactics", "KnownCode", form => form with { Tactics = ["magic"] } },
        { "Targets", "KnownCode", form => form with { Targets = ["<script>"] } },
        { "Place", "KnownRecord", form => form with { Place = "atlantis" } },
        { "PlaceName", "Required", form => form with { PlaceName = null } },
        { "Country", "KnownRecord", form => form with { Country = "FRA" } },
        { "Latitude", "Range", form => form with { Latitude = "91" } },
        { "Latitude", "Range", form => form with { Latitude = "NaN" } },
        { "Latitude", "InsideCountry", form => form with { Latitude = "48.8", Longitude = "2.3" } },
        { "Longitude", "Required", form => form with { Longitude = null } },
        { "GeoPrecision", "KnownCode", form => form with { GeoPrecision = "9" } },
        { "DeathsLow", "TollOrder", form => form with { DeathsLow = "9" } },
        { "DeathsBest", "People", form => form with { DeathsBest = "dozens" } },
        { "DeathsBest", "People", form => form with { DeathsBest = "-1" } },
        { "DeathsHigh", "People", form => form with { DeathsHigh = "99999999999" } },
        { "Parties[0].Actor", "KnownRecord", form => form with { Parties = [form.Parties[0] with { Actor = "x" }] } },
        { "Parties[1].Actor", "Unique", form => form with { Parties = [form.Parties[0], form.Parties[0]] } },
        { "Parties[0].Role", "Required", form => form with { Parties = [form.Parties[0] with { Role = null }] } },
        {
            "Parties", "AtMost",
            form => form with { Parties = [.. Enumerable.Repeat(form.Parties[0], EntryReader.MostParties + 1)] }
        },
        { "Citations", "Cited", form => form with { Citations = [] } },
        { "Citations[0].Url", "Url", form => WithCitation(form, one => one with { Url = "javascript:x" }) },
        {
            "Citations[0].Url", "UrlOrTitle",
            form => WithCitation(form, one => one with { Url = null, Title = null })
        },
        { "Citations[0].Publisher", "Required", form => WithCitation(form, one => one with { Publisher = null }) },
        { "Citations[0].PublishedOn", "Date", form => WithCitation(form, one => one with { PublishedOn = "hier" }) },
        { "Citations[0].Language", "Required", form => WithCitation(form, one => one with { Language = null }) },
        { "Citations[0].Language", "Language", form => WithCitation(form, one => one with { Language = "FR" }) },
        { "Citations[0].Kind", "Required", form => WithCitation(form, one => one with { Kind = null }) },
        { "Citations[0].Reading", "Required", form => WithCitation(form, one => one with { Reading = null }) },
        { "Citations[0].Credibility", "Range", form => WithCitation(form, one => one with { Credibility = "7" }) },
        { "Citations[0].Reliability", "OneOf", form => WithCitation(form, one => one with { Reliability = "Z" }) },
        { "Citations[0].Source", "KnownRecord", form => form with { Citations = [new() { Source = "x" }] } },
        { "PublicPrecision", "CoarserPrecision", form => form with { PublicPrecision = "exact" } },
        { "PublishOn", "Day", form => form with { PublishOn = "demain" } },
    };

    [Theory]
    [MemberData(nameof(BadFields))]
    public void Bad_field_is_named_with_what_was_expected(
        string field, string expected, Func<EntryForm, EntryForm> spoil)
    {
        var reading = Read(spoil(DeskFixture.Form()));

        Assert.Null(reading.Incident);
        Assert.Contains((field, expected), reading.Problems.Select(problem => (problem.Field, problem.Expected)));
    }

    [Fact]
    public void Empty_form_names_every_field_that_is_needed()
    {
        var reading = Read(new EntryForm());

        Assert.Equal(
            [
                "Citations", "Country", "DatePrecision", "GeoPrecision", "Latitude", "Longitude", "PlaceName",
                "StartsOn", "SubType", "Summary", "Title",
            ],
            reading.Problems.Select(problem => problem.Field).Order());
    }

    [Fact]
    public void Decimal_comma_is_read_as_one()
    {
        var incident = Read(DeskFixture.Form() with { Latitude = "14,1", Longitude = "-1,63" }).Incident!;

        Assert.Equal((14.1, -1.63), (incident.Latitude, incident.Longitude));
    }

    [Fact]
    public void Range_of_deaths_spans_what_the_sources_say_around_the_editors_best()
    {
        var form = DeskFixture.Form();
        var first = form.Citations[0] with { DeathsLow = "2", DeathsBest = "4" };
        var second = new EntryCitation { Source = Repository.Set.Sources[0].Slug, DeathsHigh = "11" };

        var incident = Read(form with { Citations = [first, second] }).Incident!;

        Assert.Equal((2, 4, 11), (incident.DeathsLow, incident.DeathsBest, incident.DeathsHigh));
    }

    [Fact]
    public void Best_outside_what_the_sources_say_is_a_problem()
    {
        var form = DeskFixture.Form();
        var citation = form.Citations[0] with { DeathsLow = "20", DeathsHigh = "30" };

        var problem = Assert.Single(Read(form with { Citations = [citation] }).Problems);

        Assert.Equal(("DeathsBest", "4", "Range"), (problem.Field, problem.Value, problem.Expected));
    }

    [Fact]
    public void Place_withheld_at_the_country_keeps_no_region()
    {
        var reading = Read(DeskFixture.Form() with { PublicPrecision = "country" });

        Assert.Equal(
            (GeoPrecision.Country, null, true),
            (reading.Incident!.GeoPrecision, reading.Incident.Region, reading.Incident.IsPlaceWithheld));
        Assert.Equal((14.1, "Synthetic village"), (reading.Exact!.Latitude, reading.Exact.PlaceName));
    }

    [Fact]
    public void No_word_of_the_editor_may_name_a_place_that_is_withheld()
    {
        var form = DeskFixture.Form("Attaque à SYNTHÉTIC village") with
        {
            PlaceName = "Synthetic Village",
            PublicPrecision = "region",
            Summary = "At Synthetic village",
            DeathsNote = "synthetic village: four",
            InjuredNote = "none",
        };
        form = WithCitation(
            form, one => one with { Note = "From Synthetic  village.", Supports = ["(synthetic-village)"] });

        Assert.Equal(
            ["Citations[0].Note", "Citations[0].Supports", "DeathsNote", "Summary", "Title"],
            Read(form).Problems.Select(problem => problem.Field).Order());
    }

    [Theory]
    [InlineData("Title", "Attaque à SYNTHÉTIC village")]
    [InlineData("Url", "https://news.example.org/2026/synthetic-village-attaque")]
    [InlineData("Url", "https://news.example.org/Synth%C3%A9tic%20village")]
    [InlineData("Publisher", "Radio Synthetic Village")]
    public void Source_that_names_the_withheld_place_has_to_be_agreed_to(string field, string text)
    {
        var form = WithCitation(
            DeskFixture.Form() with { PlaceName = "Synthetic Village", PublicPrecision = "region" },
            one => field switch
            {
                "Title" => one with { Title = text },
                "Url" => one with { Url = text },
                _ => one with { Publisher = text },
            });

        var problem = Assert.Single(Read(form).Problems);

        Assert.Equal(("Citations[0].Title", "CitedWithoutPlace"), (problem.Field, problem.Expected));
        Assert.Empty(Read(form with { CitesPlace = "yes" }).Problems);
        Assert.Empty(Read(form with { PublicPrecision = null }).Problems);
        Assert.Equal("Title", Assert.Single(
            Read(form with { CitesPlace = "yes", Title = "At Synthetic Village" }).Problems).Field);
    }

    [Fact]
    public void Region_that_the_public_sees_may_be_named_though_the_place_is_called_the_same()
    {
        var form = DeskFixture.Form("Attaque") with { PublicPrecision = "region" };
        var region = Read(form).Incident!.Region!.NameFr;
        form = form with { Title = $"Attaque dans {region}", PlaceName = region };

        Assert.Empty(Read(form).Problems);
        Assert.Equal("Title", Assert.Single(Read(form with { PublicPrecision = "country" }).Problems).Field);
    }

    private static EntryForm WithCitation(EntryForm form, Func<EntryCitation, EntryCitation> change) =>
        form with { Citations = [change(form.Citations[0])] };

    private static EntryReading Read(EntryForm form) => EntryReader.Read(form, Records, 1, Site.Now);
}
