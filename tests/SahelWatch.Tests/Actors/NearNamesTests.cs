using SahelWatch.Actors;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Actors;

public sealed class NearNamesTests
{
    [Theory]
    [InlineData("jnimm", "jnim")]
    [InlineData("ansar-eddin", "ansar-dine")]
    [InlineData("GSIM", "jnim")]
    [InlineData("koglwego", "koglweogo")]
    public void A_misspelt_name_finds_its_actor(string asked, string slug) =>
        Assert.Contains(slug, NearNames.Near(Repository.Set.Actors, asked, 6).Select(actor => actor.Slug));

    [Fact]
    public void A_search_matches_aliases_without_accents_and_case() =>
        Assert.Contains("katiba-macina", NearNames.Matching(Repository.Set.Actors, "MÁCINA liberation").Select(actor => actor.Slug));

    [Fact]
    public void An_empty_search_matches_every_actor() =>
        Assert.Equal(Repository.Set.Actors.Count, NearNames.Matching(Repository.Set.Actors, "").Count());
}
