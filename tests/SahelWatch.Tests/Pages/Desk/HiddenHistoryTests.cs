using System.Net;
using SahelWatch.Editing;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Pages.Desk;

/// <summary>The history of a record at the desk tells no place that is withheld from the reader.</summary>
public sealed class HiddenHistoryTests : IAsyncLifetime
{
    private const string Heard = "Heard from a resident";

    private readonly Site site = new();
    private int number;

    public async ValueTask InitializeAsync()
    {
        var (author, reviewer) = (
            await site.PersonAsync("Mariam Author", Role.Editor), await site.PersonAsync("Reviewer", Role.Reviewer));
        var form = DeskFixture.Form("Attack on a village") with
        {
            PlaceName = "Kobaoua", Latitude = "14.1234", Longitude = "-1.6321",
            Citations = [DeskFixture.Form().Citations[0] with { Title = "Gunmen at Kobaoua" }],
        };
        number = await site.PublishAsync(author, reviewer, form);
        await site.PublishAsync(
            author, reviewer, form with { PublicPrecision = "region", CitesPlace = "yes" }, number, "Danger");
        var local = await SignInAsync("Local", ["BF-12"]);
        var saved = await local.SendAsync(
            await local.GetAsync("/desk/places/kobaoua"), ("spellings", "Kobawa"), ("reason", Heard));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
    }

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Place_that_is_withheld_has_no_history_for_others(string language)
    {
        var elsewhere = await SignInAsync("Elsewhere", ["ML-5"], language);

        var history = await elsewhere.GetAsync("/desk/places/kobaoua/history");

        Assert.Equal(HttpStatusCode.OK, history.Status);
        Assert.Empty(history.Document.QuerySelectorAll(".record-history li"));
        foreach (var tell in new[] { $"#{number}", "Mariam Author", Heard, "2026" })
        {
            Assert.DoesNotContain(tell, history.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Place_that_is_withheld_looks_like_one_that_nobody_changed()
    {
        var elsewhere = await SignInAsync("Elsewhere", ["ML-5"]);

        var hidden = await elsewhere.GetAsync("/desk/places/kobaoua/history");
        var unchanged = await elsewhere.GetAsync("/desk/places/gao/history");

        Assert.Equal(
            unchanged.Document.QuerySelector("main")!.InnerHtml
                .Replace("Gao", "Kobaoua", StringComparison.Ordinal)
                .Replace("/gao", "/kobaoua", StringComparison.Ordinal)
                .Replace(">gao<", ">kobaoua<", StringComparison.Ordinal),
            hidden.Document.QuerySelector("main")!.InnerHtml);
        Assert.Contains("every place", hidden.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_of_a_place_that_is_withheld_tells_no_change_of_it()
    {
        var elsewhere = await SignInAsync("Elsewhere", ["ML-5"]);
        var form = await elsewhere.GetAsync("/desk/places/new");

        var conflict = await elsewhere.SendAsync(
            form with { Path = "/desk/places/kobaoua" }, ("version", "1"), ("name", "Kobaoua"), ("reason", "Mine"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.DoesNotContain(Heard, conflict.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Local", conflict.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync("/desk/places/kobaoua?state=1")).Status);
    }

    [Fact]
    public async Task Those_who_may_see_the_place_have_its_whole_history()
    {
        var local = await SignInAsync("Another", ["BF-12"]);
        var reviewer = await DeskVisitor.SignInAsync(site, "Second reviewer", [Role.Reviewer]);

        foreach (var visitor in new[] { local, reviewer })
        {
            var history = await visitor.GetAsync("/desk/places/kobaoua/history");

            Assert.Equal(
                [Heard, $"#{number}"],
                history.Document.QuerySelectorAll(".record-history .reason").Select(one => one.TextContent));
            Assert.DoesNotContain("every place", history.Text, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, (await local.GetAsync("/desk/places/kobaoua?state=1")).Status);
    }

    [Fact]
    public async Task Source_that_came_with_it_tells_it_in_no_revision()
    {
        var elsewhere = await SignInAsync("Elsewhere", ["ML-5"]);
        var slug = await site.InDatabaseAsync(db => Task.FromResult(
            db.Sources.First(source => source.Title == "Gunmen at Kobaoua").Slug));

        var history = await elsewhere.GetAsync($"/desk/sources/{slug}/history");

        Assert.DoesNotContain(
            "Kobaoua", history.Document.QuerySelector(".record-history")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("withheld to protect people", history.Text, StringComparison.Ordinal);
    }

    private Task<DeskVisitor> SignInAsync(string name, string[] regions, string language = "en") =>
        DeskVisitor.SignInAsync(site, name, [Role.Editor], regions, language);
}
