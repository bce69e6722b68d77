using System.Text.Json.Nodes;
using System.Text;
using SahelWatch.Actors;
using SahelWatch.Importing;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Importing;

public class SeedReaderTests
{
    private const string Incidents = "incidents.json";
    private const string Soumpi = "ml-2018-01-27-soumpi-camp";

    [Fact]
    public void Embedded_set_has_no_problem()
    {
        var reading = Read(Repository.Seed);

        Assert.Empty(reading.Problems);
        Assert.NotNull(reading.Set);
    }

    [Fact]
    public void Every_record_of_the_files_is_read()
    {
        var set = Repository.Set;

        Assert.Equal(299, set.Incidents.Count);
        Assert.Equal(46, set.PoliticalEvents.Count);
        Assert.Equal(61, set.Actors.Count);
        Assert.Equal(65, set.Relations.Count);
        Assert.Equal(194, set.Places.Count);
        Assert.Equal(677, set.Sources.Count);
        Assert.Equal(30, set.Regions.Count);
        Assert.Equal(3, set.Countries.Count);
        Assert.Equal(723, set.Incidents.Sum(incident => incident.Citations.Count));
    }

    [Fact]
    public void Numbers_run_from_one_in_order_of_date_and_key()
    {
        var incidents = Repository.Set.Incidents;

        Assert.Equal(Enumerable.Range(1, 299), incidents.Select(incident => incident.Number));
        Assert.Equal(
            incidents.OrderBy(one => one.StartsOn).ThenBy(one => one.SeedKey, StringComparer.Ordinal), incidents);
    }

    [Fact]
    public void Estimated_coordinates_are_never_exact()
    {
        Assert.DoesNotContain(
            Repository.Set.Incidents,
            one => one.CoordinateSource == CoordinateSource.Estimate && one.GeoPrecision == GeoPrecision.Exact);
        Assert.DoesNotContain(
            Repository.Set.Places,
            one => one.CoordinateSource == CoordinateSource.Estimate && one.GeoPrecision == GeoPrecision.Exact);
    }

    [Fact]
    public void Coarse_places_become_district_region_or_country()
    {
        Assert.Equal(GeoPrecision.Country, Incident("ml-2013-01-26-gao-timbuktu-recapture").GeoPrecision);
        Assert.Equal(GeoPrecision.Region, Incident("ml-2016-05-29-mopti-togolese").GeoPrecision);
        Assert.Equal(GeoPrecision.District, Incident("bf-2019-09-bam-killings").GeoPrecision);
        Assert.Equal(GeoPrecision.District, Incident("ml-2022-03-26-anchawadj").GeoPrecision);
    }

    [Fact]
    public void Tolls_are_in_order()
    {
        Assert.All(Repository.Set.Incidents, one => Assert.True(one.Deaths.IsOrdered && one.Injured.IsOrdered));
    }

    [Fact]
    public void Relations_keep_their_type_and_turn_round_where_the_table_says()
    {
        var umbrella = Repository.Set.Relations.Single(one => one.OriginalType == "umbrella-of");

        Assert.Equal(RelationKind.ComponentOf, umbrella.Kind);
        Assert.Equal("dozo", umbrella.From.Slug);
        Assert.Equal("dan-na-ambassagou", umbrella.To.Slug);
        Assert.Contains(umbrella, umbrella.From.RelationsFrom);
    }

    [Fact]
    public void Unread_sources_cannot_be_judged_and_relays_name_their_agency()
    {
        var sources = Repository.Set.Sources;

        Assert.All(
            sources.Where(one => one.Reading == SourceReading.CitedOnly), one => Assert.Equal('F', one.Reliability));
        Assert.All(
            sources.Where(one => one.Publisher!.EndsWith("(AFP)", StringComparison.Ordinal)),
            one => Assert.Equal("AFP", one.Agency));
        Assert.Null(sources.First(one => one.Publisher == "African Manager").Agency);
        Assert.Null(sources.First(one => one.Publisher!.StartsWith("Le Monde diplo", StringComparison.Ordinal)).Agency);
        Assert.All(
            sources.Where(one => one.OriginalKind == "encyclopedia"
                && !one.Publisher!.StartsWith("Encyclop", StringComparison.Ordinal)),
            one => Assert.Equal("Wikipedia", one.Agency));
    }

    [Fact]
    public void Copies_that_were_read_come_from_the_footnote_they_copy()
    {
        var copy = Repository.Set.Sources.Single(one => one.Slug == "ap-20180719-burkina");

        Assert.Equal("fn05c-ap-burkina60", copy.DerivedFrom!.Slug);
    }

    [Fact]
    public void Collection_holds_what_the_document_states_its_context_and_its_34_footnotes()
    {
        var collection = Assert.Single(Repository.Set.Collections);
        var incidents = collection.Items.Where(item => item.Kind == CollectionItemKind.Incident).ToList();

        Assert.Equal(19, incidents.Count(item => item.IsStated));
        Assert.Equal(9, incidents.Count(item => !item.IsStated));
        Assert.Equal(Enumerable.Range(1, 34), collection.Footnotes.Select(note => note.Number).Distinct().Order());
        Assert.Equal(53, collection.Footnotes.Select(note => note.Source.Slug).Distinct().Count());
    }

    [Theory]
    [InlineData("date_end", "2018-01-01", "date_end", "NotBefore")]
    [InlineData("date_start", "27/01/2018", "date_start", "FieldForm")]
    [InlineData("title", "", "title", "Required")]
    [InlineData("country", "XXX", "country", "KnownRecord")]
    [InlineData("place_id", "nowhere", "place_id", "KnownRecord")]
    [InlineData("sub_type", "Skirmish", "sub_type", "Mapped")]
    [InlineData("event_type", "Riots", "sub_type", "SubTypeOf")]
    [InlineData("coord_source", "guess", "coord_source", "Mapped")]
    public void Broken_field_names_file_record_and_field(string field, string value, string at, string expected)
    {
        var reading = Read(SeedEdit.With(Incidents, records => records.Record(Soumpi)[field] = value));

        Assert.Null(reading.Set);
        Assert.Contains(
            reading.Problems,
            problem => problem.Field == $"{Incidents}: {Soumpi}: {at}" && problem.Expected == expected);
    }

    [Fact]
    public void Unknown_parts_of_a_record_are_problems_and_not_dropped()
    {
        AssertProblem("tactics[0]", "KnownCode", one => one["tactics"] = new JsonArray("wizardry"));
        AssertProblem("targets", "Mapped", one => one["targets"] = new JsonArray("dragons"));
        AssertProblem("perpetrators[0]", "KnownRecord", one => one["perpetrators"]![0]!["actor"] = "nobody");
        AssertProblem("sources[0]", "KnownRecord", one => one["sources"]![0]!["id"] = "nothing");
        AssertProblem("surprise", "FieldForm", one => one["surprise"] = 1);
    }

    [Fact]
    public void Facts_that_cannot_be_are_problems()
    {
        AssertProblem("sources", "Cited", one => one["sources"] = new JsonArray());
        AssertProblem("fatalities", "TollOrder", one => one["fatalities"]!["low"] = 900);
        AssertProblem("lat", "InsideCountry", one => one["lat"] = 48.85);
        AssertProblem("lat", "Range", one => one["lat"] = 148.85);
        AssertProblem("number", "Unique", one => one["number"] = 1);
        AssertProblem("date_start", "Required", one => one["date_start"] = null);
    }

    [Fact]
    public void Same_id_twice_is_a_problem()
    {
        var reading = Read(SeedEdit.With(Incidents, records =>
            records.AsArray().Add(records.Record(Soumpi).DeepClone())));

        Assert.Contains(reading.Problems, problem => problem.Field == $"{Incidents}: {Soumpi}: id");
    }

    [Fact]
    public void Malformed_file_is_named_with_its_line()
    {
        var reading = Read(SeedEdit.With(Incidents, Encoding.UTF8.GetBytes("[\n{ \"id\": \"a\",\n oops }]")));

        var problem = Assert.Single(reading.Problems);
        Assert.Equal($"{Incidents}: line 3", problem.Field);
        Assert.Null(reading.Set);
    }

    [Fact]
    public void Missing_file_is_a_problem()
    {
        Assert.Contains(Read(SeedEdit.Without("actors.json")).Problems, problem => problem.Field == "actors.json");
    }

    [Theory]
    [InlineData("actor_types", "militia", "actors.json")]
    [InlineData("relation_types", "fights", "actor_relations.json")]
    [InlineData("source_kinds", "news", "sources.json")]
    [InlineData("political_event_kinds", "coup", "political_events.json")]
    [InlineData("event_sub_types", "Attack", "incidents.json")]
    [InlineData("targets", "civilians", "incidents.json")]
    public void Word_missing_from_the_mapping_is_a_problem(string table, string word, string file)
    {
        var reading = Read(SeedEdit.With("mapping.json", mapping => mapping[table]!.AsObject().Remove(word)));

        Assert.Null(reading.Set);
        Assert.Contains(
            reading.Problems,
            problem => problem.Expected == "Mapped"
                && problem.Value == word
                && problem.Field.StartsWith(file, StringComparison.Ordinal));
    }

    private static void AssertProblem(string field, string expected, Action<JsonObject> change)
    {
        var reading = Read(SeedEdit.With(Incidents, records => change(records.Record(Soumpi))));

        Assert.Null(reading.Set);
        Assert.Contains(
            reading.Problems,
            problem => problem.Field == $"{Incidents}: {Soumpi}: {field}" && problem.Expected == expected);
    }

    private static Incident Incident(string key) => Repository.Set.Incidents.Single(one => one.SeedKey == key);

    private static SeedReading Read(SeedFiles files) =>
        SeedReader.Read(files, Repository.Boundaries, Repository.ReadAt);
}
