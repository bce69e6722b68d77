using System.Text.Json;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.About;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages;

/// <summary>The description for machines says what the endpoints read and answer.</summary>
public sealed class ApiDescriptionTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Head = ["total", "sentence", "query", "dataAsOf"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_has_the_keys_of_its_schema()
    {
        var document = await JsonAsync("/openapi/v1.json");
        var seen = 0;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            var content = path.Value.GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content");
            if (!content.TryGetProperty("application/json", out var json))
            {
                continue;
            }
            var name = json.GetProperty("schema").GetProperty("$ref").GetString()!.Split('/')[^1];
            var described = document.GetProperty("components").GetProperty("schemas").GetProperty(name)
                .GetProperty("properties").EnumerateObject().Select(property => property.Name);

            var answer = await JsonAsync(Concrete(path.Name));

            Assert.Equal(
                (path.Name, string.Join(' ', described.Order())),
                (path.Name, string.Join(' ', answer.EnumerateObject().Select(property => property.Name).Order())));
            seen++;
        }
        Assert.True(seen >= 15, $"Only {seen} answers described.");
    }

    [Fact]
    public async Task Every_answer_about_a_filter_begins_with_the_same_head()
    {
        foreach (var path in await FilteredPathsAsync())
        {
            var answer = await JsonAsync($"{path}{(path.Contains('?') ? '&' : '?')}last=100y&violence=political");

            Assert.Equal((path, string.Join(' ', Head)), (path, string.Join(' ', answer.EnumerateObject().Take(4).Select(one => one.Name))));
            Assert.StartsWith("Political violence", answer.GetProperty("sentence").GetString(), StringComparison.Ordinal);
            Assert.DoesNotContain("last=", answer.GetProperty("query").GetString(), StringComparison.Ordinal);
            Assert.EndsWith("Z", answer.GetProperty("dataAsOf").GetString(), StringComparison.Ordinal);
            Assert.Equal((path, Count(answer.GetProperty("query").GetString()!)), (path, answer.GetProperty("total").GetInt32()));
        }
    }

    [Fact]
    public async Task Filter_keys_are_parameters_with_their_codes()
    {
        var document = await JsonAsync("/openapi/v1.json");
        var keys = document.GetProperty("paths").GetProperty("/api/v1/incidents").GetProperty("get").GetProperty("parameters")
            .EnumerateArray().ToDictionary(key => key.GetProperty("name").GetString()!);

        Assert.Equal(FilterGrammar.KeyNames.Append("lang"), keys.Keys);
        Assert.All(keys.Values, key => Assert.NotEmpty(key.GetProperty("description").GetString()!));
        Assert.Equal("array", keys["type"].GetProperty("schema").GetProperty("type").GetString());
        Assert.Equal(Code.All<EventType>(), Strings(keys["type"].GetProperty("schema").GetProperty("items").GetProperty("enum")));
        Assert.Equal("string", keys["from"].GetProperty("schema").GetProperty("type").GetString());
        Assert.Equal(["yes", "no"], Strings(keys["checked"].GetProperty("schema").GetProperty("enum")));
    }

    [Fact]
    public async Task Path_keys_are_no_query_keys_and_own_keys_stand_beside_the_filter()
    {
        var paths = (await JsonAsync("/openapi/v1.json")).GetProperty("paths");

        Assert.DoesNotContain("region", Names(paths, "/api/v1/regions/{code}"));
        Assert.Contains("actor", Names(paths, "/api/v1/regions/{code}"));
        Assert.Equal(["number", "lang"], Names(paths, "/api/v1/incidents/{number}"));
        Assert.Contains("split", Names(paths, "/api/v1/trends"));
        Assert.Contains("box", Names(paths, "/api/v1/map"));
    }

    [Fact]
    public async Task Refusals_are_described_where_they_occur()
    {
        var paths = (await JsonAsync("/openapi/v1.json")).GetProperty("paths");

        Assert.Equal(["200", "304", "400", "429"], Answers(paths, "/api/v1/incidents"));
        Assert.Equal(["200", "301", "304", "400", "404", "410", "429"], Answers(paths, "/api/v1/incidents/{number}"));
        Assert.Equal(["200", "304", "400", "404", "429"], Answers(paths, "/api/v1/map/area/{code}"));
        Assert.Equal(["200", "304", "400", "429"], Answers(paths, "/incidents.csv"));
        Assert.All(paths.EnumerateObject(), path =>
            Assert.Contains("400", path.Value.GetProperty("get").GetProperty("responses").EnumerateObject().Select(one => one.Name)));
    }

    [Fact]
    public async Task Schemas_have_one_meaning_each_and_enums_are_codes()
    {
        var document = await JsonAsync("/openapi/v1.json");
        var schemas = document.GetProperty("components").GetProperty("schemas");
        var types = typeof(ViewRequest).Assembly.GetTypes().Concat(typeof(Code).Assembly.GetTypes())
            .Where(type => type.IsPublic && schemas.TryGetProperty(type.Name, out _));

        Assert.Equal("SahelWatch", document.GetProperty("info").GetProperty("title").GetString());
        Assert.Equal("v1", document.GetProperty("info").GetProperty("version").GetString());
        Assert.Empty(types.GroupBy(type => type.Name).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.DoesNotContain(schemas.EnumerateObject(), schema => char.IsAsciiDigit(schema.Name[^1]));
        Assert.Equal(Code.All<EventType>(), Strings(schemas.GetProperty("EventType").GetProperty("enum")));
    }

    [Fact]
    public async Task Every_address_stands_in_the_guide_and_in_the_readme()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"), Stop);
        foreach (var path in (await JsonAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject())
        {
            Assert.Contains(ApiModel.Addresses, address => address.Path == Concrete(path.Name));
            Assert.Contains($"`{path.Name}`", readme, StringComparison.Ordinal);
        }
    }

    private async Task<IReadOnlyList<string>> FilteredPathsAsync() =>
    [
        .. (await JsonAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject()
            .Where(path => path.Name.StartsWith("/api/", StringComparison.Ordinal)
                && path.Value.GetProperty("get").GetProperty("parameters").EnumerateArray()
                    .Any(key => key.GetProperty("name").GetString() == "violence"))
            .Select(path => Concrete(path.Name)),
    ];

    private int Count(string query)
    {
        var reading = FilterGrammar.Read(query, site.Index.Reference);
        Assert.True(reading.Problems.Count == 0, query);
        return site.Index.Select(reading.Filter, Site.Today).Length;
    }

    private static string Concrete(string path) => path
        .Replace("{number}", "1", StringComparison.Ordinal)
        .Replace("{slug}", "jnim", StringComparison.Ordinal)
        .Replace("{code}", "ML-5", StringComparison.Ordinal);

    private static IEnumerable<string> Names(JsonElement paths, string path) => paths.GetProperty(path).GetProperty("get")
        .GetProperty("parameters").EnumerateArray().Select(key => key.GetProperty("name").GetString()!);

    private static IEnumerable<string> Answers(JsonElement paths, string path) => paths.GetProperty(path).GetProperty("get")
        .GetProperty("responses").EnumerateObject().Select(answer => answer.Name).Order();

    private static IEnumerable<string> Strings(JsonElement list) => list.EnumerateArray().Select(one => one.GetString()!);

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var json = JsonDocument.Parse(await site.Client().GetStringAsync(path, Stop));
        return json.RootElement.Clone();
    }
}
