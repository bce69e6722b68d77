using System.Text;
using System.Text.Json;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using SahelWatch.Exporting;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Exporting;

public sealed class IncidentFilesTests
{
    private static readonly ExportHead Head = new(
        "Incidents, text: “=1+1,\"x\"”", "q==1%2B1", "http://site/incidents?q=x", 2,
        new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), "Terms, and whom to cite", "http://site/about/api");

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        Converters = { new CodeJsonConverterFactory() },
    };

    private static readonly JsonSerializerOptions Read = new() { Converters = { new GeoJsonConverterFactory() } };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-1.52")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    public async Task Text_that_a_spreadsheet_would_run_is_escaped(string title)
    {
        var row = await CsvRowAsync(Record(1, title: title));

        Assert.Equal("'" + title, row["title"]);
    }

    [Fact]
    public async Task Negative_coordinates_stay_numbers()
    {
        var row = await CsvRowAsync(Record(1, longitude: -1.52));

        Assert.Equal("-1.52", row["longitude"]);
        Assert.Equal("near", row["geo_precision"]);
    }

    [Fact]
    public async Task Csv_head_is_a_fixed_number_of_single_fields_before_the_column_names()
    {
        var records = CsvText.Records(await CsvAsync(Record(1), Record(2))).ToList();

        Assert.All(records.Take(IncidentCsv.HeadLines), line => Assert.StartsWith("# ", Assert.Single(line), StringComparison.Ordinal));
        Assert.Contains(Head.Sentence, records[0][0], StringComparison.Ordinal);
        Assert.Equal("# incidents: 2", records[2][0]);
        Assert.Equal(IncidentCsv.ColumnNames, records[IncidentCsv.HeadLines]);
        Assert.Equal(IncidentCsv.HeadLines + 3, records.Count);
        Assert.All(records.Skip(IncidentCsv.HeadLines), row => Assert.Equal(IncidentCsv.ColumnNames.Count(), row.Count));
    }

    [Fact]
    public async Task Csv_keeps_unknown_apart_from_none_and_actors_by_role()
    {
        var row = await CsvRowAsync(Record(1) with
        {
            Deaths = new TollRecord(0, null, 12),
            Actors =
            [
                new PartyRecord("jnim", "JNIM", ActorRole.Perpetrator, Attribution.Claimed),
                new PartyRecord("isgs", "ISGS", ActorRole.Perpetrator, Attribution.Suspected),
                new PartyRecord("fama", "FAMa", ActorRole.Target, Attribution.Attributed),
            ],
        });

        Assert.Equal(("0", "", "12"), (row["deaths_low"], row["deaths_best"], row["deaths_high"]));
        Assert.Equal("JNIM (claimed); ISGS (suspected)", row["actors_perpetrator"]);
        Assert.Equal("FAMa (attributed)", row["actors_target"]);
        Assert.Equal("", row["actors_side_b"]);
    }

    [Fact]
    public async Task Csv_begins_with_a_byte_order_mark()
    {
        using var stream = new MemoryStream();
        await IncidentCsv.WriteAsync(stream, Head, Of(), Stop);

        Assert.Equal([0xEF, 0xBB, 0xBF], stream.ToArray()[..3]);
    }

    [Fact]
    public async Task GeoJson_is_read_by_another_library_and_coarse_places_have_no_geometry()
    {
        using var stream = new MemoryStream();
        await IncidentGeoJson.WriteAsync(
            stream, Head, 1, Of(Record(1, longitude: -1.52), Record(2) with { GeoPrecision = GeoPrecision.District }), Written, Stop);

        var features = JsonSerializer.Deserialize<FeatureCollection>(stream.ToArray(), Read)!;

        Assert.Equal(2, features.Count);
        var point = Assert.IsType<Point>(features[0].Geometry);
        Assert.Equal((-1.52, 14.5), (point.X, point.Y));
        Assert.Null(features[1].Geometry);
        Assert.Equal("district", features[1].Attributes["geoPrecision"]);
        Assert.Equal(14.5m, features[1].Attributes["latitude"]);
        using var json = JsonDocument.Parse(stream.ToArray());
        Assert.Equal(2, json.RootElement.GetProperty("total").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("withoutGeometry").GetInt32());
        Assert.Equal(Head.Licence, json.RootElement.GetProperty("licence").GetString());
    }

    [Theory]
    [InlineData("Incidents, impliquant JNIM, région : Ségou", "sahelwatch-incidents-impliquant-jnim-region-segou.csv")]
    [InlineData("../../etc\r\nX: 1", "sahelwatch-etc-x-1.csv")]
    [InlineData("“”", "sahelwatch.csv")]
    public void File_name_is_plain_ascii_of_the_sentence(string sentence, string expected) =>
        Assert.Equal(expected, FileName.Of(sentence, "csv"));

    [Fact]
    public void Long_sentences_make_short_file_names() =>
        Assert.InRange(FileName.Of(string.Concat(Enumerable.Repeat("word ", 200)), "csv").Length, 20, FileName.MostLetters + 4);

    private static async Task<Dictionary<string, string>> CsvRowAsync(IncidentRecord record)
    {
        var records = CsvText.Records(await CsvAsync(record)).ToList();
        return records[IncidentCsv.HeadLines].Zip(records[IncidentCsv.HeadLines + 1]).ToDictionary();
    }

    private static async Task<string> CsvAsync(params IncidentRecord[] records)
    {
        using var stream = new MemoryStream();
        await IncidentCsv.WriteAsync(stream, Head, Of(records), Stop);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IAsyncEnumerable<IncidentRecord> Of(params IncidentRecord[] records) => records.ToAsyncEnumerable();

    private static IncidentRecord Record(int number, string title = "Title, with a comma", double longitude = 1) => new()
    {
        Number = number,
        Url = $"http://site/incidents/{number}",
        Title = title,
        Summary = "Two\nlines",
        StartsOn = new(2018, 5, 26),
        EndsOn = new(2018, 5, 26),
        DatePrecision = DatePrecision.Day,
        FirstReportedOn = null,
        Type = EventType.Battles,
        SubType = EventSubType.ArmedClash,
        Violence = UcdpViolence.StateBased,
        Country = "MLI",
        CountryName = "Mali",
        Region = "ML-7",
        RegionName = "Gao",
        SourceRegionName = "Ménaka",
        Place = "Ménaka",
        Latitude = 14.5,
        Longitude = longitude,
        GeoPrecision = GeoPrecision.Near,
        CoordinateSource = CoordinateSource.Estimate,
        Actors = [],
        Deaths = new(null, null, null),
        CivilianDeaths = null,
        AssailantDeaths = null,
        DeathsNote = null,
        Injured = new(null, null, null),
        InjuredNote = null,
        Checked = false,
        Citations = 1,
        IndependentSources = 1,
        BestGrade = "B2",
        Tactics = ["ied"],
        Targets = [],
        SourceUrls = [],
        Version = 1,
        ChangedAt = DateTime.UnixEpoch,
    };
}
