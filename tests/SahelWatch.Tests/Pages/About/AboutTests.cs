using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SahelWatch.Incidents;
using SahelWatch.Pages.About;
using SahelWatch.Querying;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages.About;

public sealed class AboutTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;


    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task The_codebook_lists_every_code_of_every_list(string language)
    {
        var page = await site.PageAsync("/about/codebook", language);
        var shown = page.QuerySelectorAll("tbody code").Select(code => code.TextContent).ToHashSet();

        foreach (var list in typeof(Code).Assembly.GetTypes().Where(type => type.IsEnum && type.IsPublic
            && type.Namespace is "SahelWatch.Incidents" or "SahelWatch.Actors" or "SahelWatch.Geography"))
        {
            foreach (var code in (IReadOnlyList<string>)typeof(Code).GetMethod(nameof(Code.All))!.MakeGenericMethod(list).Invoke(null, [])!)
            {
                Assert.True(shown.Contains(code), $"{list.Name} {code} is not in the codebook.");
            }
        }
        Assert.All(Tactics.All, tactic => Assert.NotNull(page.GetElementById($"tactic-{tactic}")));
        Assert.All(Targets.All, target => Assert.NotNull(page.GetElementById($"target-{target}")));
        Assert.NotNull(page.GetElementById("subtype-suicide-bomb"));
    }

    [Fact]
    public async Task Every_count_of_the_codebook_is_the_total_of_its_list()
    {
        var page = await site.PageAsync("/about/codebook");

        foreach (var link in page.QuerySelectorAll("td.numeric a"))
        {
            var reading = FilterGrammar.Read(new Uri($"http://x{link.GetAttribute("href")}").Query, site.Index.Reference);
            Assert.Empty(reading.Problems);
            Assert.Equal(int.Parse(link.TextContent, System.Globalization.CultureInfo.InvariantCulture), site.Index.Select(reading.Filter, Site.Today).Length);
        }
    }

    [Fact]
    public async Task The_api_guide_describes_every_key_with_a_valid_example()
    {
        var page = await site.PageAsync("/about/api", "fr");

        foreach (var key in FilterGrammar.KeyNames)
        {
            Assert.NotNull(page.GetElementById($"key-{key}"));
            Assert.Empty(FilterGrammar.Read($"{key}={Uri.EscapeDataString(ApiModel.Examples[key])}", site.Index.Reference).Problems);
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task The_source_records_are_all_accounted_for(string language)
    {
        var page = await site.PageAsync("/about", language);
        var numbers = Regex.Matches(page.GetElementById("sources")!.TextContent, @"\d+")
            .Select(found => int.Parse(found.Value, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(4, numbers.Count);
        Assert.Equal(site.Index.StandingOf(IncidentFilter.Everything, Site.Today).Sources, numbers[1]);
        Assert.Equal(numbers[0], numbers[1..].Sum());
    }

    [Fact]
    public async Task A_French_page_says_that_the_records_are_in_English()
    {
        Assert.Single((await site.PageAsync("/calendar", "fr")).QuerySelectorAll(".data-language"));
        Assert.Empty((await site.PageAsync("/calendar")).QuerySelectorAll(".data-language"));
        Assert.All(
            (await site.PageAsync("/calendar", "fr")).QuerySelectorAll("tbody th"),
            cell => Assert.Equal("en", cell.GetAttribute("lang")));
    }

    [Theory]
    [InlineData("/actors/jnimm", "jnim")]
    [InlineData("/regions/ML-99", "Gao")]
    public async Task An_unknown_name_is_a_404_that_helps(string path, string offered)
    {
        var answer = await site.Client().GetAsync(path, Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(offered, await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/actors/isgs?actor=jnim")]
    [InlineData("/api/v1/regions/ML-7?region=ML-5")]
    [InlineData("/actors?name=a&name=b")]
    [InlineData("/api/v1/events?nonsense=1")]
    public async Task A_key_that_the_page_cannot_read_is_a_400(string path) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client().GetAsync(path, Stop)).StatusCode);

    [Theory]
    [InlineData("/api/v1/actors")]
    [InlineData("/api/v1/actors/jnim")]
    [InlineData("/api/v1/regions?from=2018")]
    [InlineData("/api/v1/regions/ML-7")]
    [InlineData("/api/v1/events")]
    public async Task An_unchanged_answer_is_not_sent_twice(string path)
    {
        var client = site.Client();
        var first = await client.GetAsync(path, Stop);
        client.DefaultRequestHeaders.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.NotModified, (await client.GetAsync(path, Stop)).StatusCode);
    }
}
