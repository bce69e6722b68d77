using SahelWatch.Editing;

namespace SahelWatch.Browser.Support;

/// <summary>A page of the desk as somebody sees it.</summary>
/// <param name="Press">The button to press once it is open, for pages that answer a form.</param>
public sealed record DeskPage(string Name, Func<DeskScene, string> Path, string? Press = null)
{
    public Func<DeskScene, Person?> Who { get; init; } = scene => scene.Awa;

    public override string ToString() => Name;
}

/// <summary>Every kind of page that people who sign in see, in every state.</summary>
public static class DeskPages
{
    public static readonly IReadOnlyList<DeskPage> All =
    [
        new("desk", _ => "/desk"),
        new("desk, empty", _ => "/desk") { Who = scene => scene.Newcomer },
        new("entry, new", _ => "/desk/entries/new"),
        new("entry, unfinished", scene => $"/desk/entries/{scene.Unfinished}?after=checked"),
        new("entry, twins", scene => $"/desk/entries/{scene.Twin}?after=twins"),
        new("entry, outdated", scene => $"/desk/entries/{scene.Outdated}"),
        new("entry, conflict", scene => $"/desk/entries/{scene.Outdated}?after=merge"),
        new("review, returned", scene => $"/desk/entries/{scene.Returned}/review"),
        new("review, waiting", scene => $"/desk/entries/{scene.Waiting}/review"),
        new("review, return without reason", scene => $"/desk/entries/{scene.Waiting}/review", "button[value=return]"),
        new("review, overtaken", scene => $"/desk/entries/{scene.Overtaken}/review"),
        new("review, discarded", scene => $"/desk/entries/{scene.Discarded}/review"),
        new("review, published", scene => $"/desk/entries/{scene.PublishedEntry}/review"),
        new("review, compared", scene => $"/desk/entries/{scene.Returned}/review?from=1&to=1"),
        new("incident, corrected", _ => $"/desk/incidents/{DeskScene.Corrected}"),
        new("incident, withdraw without reason", _ => $"/desk/incidents/{DeskScene.Corrected}", "form[action*=Withdraw] button"),
        new("incident, withdrawn", _ => $"/desk/incidents/{DeskScene.Withdrawn}"),
        new("incident, merged", _ => $"/desk/incidents/{DeskScene.Merged}"),
        new("merge, search", _ => "/desk/incidents/100/merge?q=gao"),
        new("merge, sides", _ => "/desk/incidents/100/merge?into=99"),
        new("actors", _ => "/desk/actors"),
        new("relations", _ => "/desk/relations"),
        new("places", _ => "/desk/places?q=gao"),
        new("events", _ => "/desk/events"),
        new("sources", _ => "/desk/sources"),
        new("sources, none", _ => "/desk/sources?q=zzzz"),
        new("actor", _ => "/desk/actors/jnim"),
        new("actor, new", _ => "/desk/actors/new"),
        new("actor, without reason", _ => "/desk/actors/jnim", ".record-form [type=submit]"),
        new("relation, new", _ => "/desk/relations/new"),
        new("place", _ => "/desk/places/gao"),
        new("place, new", _ => "/desk/places/new"),
        new("event, new", _ => "/desk/events/new"),
        new("source", _ => "/desk/sources/fn05c-ap-burkina60"),
        new("source, new", _ => "/desk/sources/new"),
        new("source, copies", _ => "/desk/sources/fn05c-ap-burkina60/copies"),
        new("actor history", _ => "/desk/actors/jnim/history"),
        new("actor merge", _ => "/desk/actors/jnim/merge"),
        new("account", _ => "/account"),
        new("second factor", _ => "/account/second-factor"),
        new("sign in", _ => "/account/sign-in") { Who = _ => null },
        new("invitation", scene => $"/account/link?key={scene.Invitation}") { Who = _ => null },
        new("link, used", _ => "/account/link?key=none") { Who = _ => null },
        new("people", _ => "/people"),
        new("person", scene => $"/people/{scene.Issa.Id}"),
        new("forbidden", _ => "/people") { Who = scene => scene.Newcomer },
        new("public, corrected", _ => $"/incidents/{DeskScene.Corrected}") { Who = _ => null },
        new("public, withdrawn", _ => $"/incidents/{DeskScene.Withdrawn}") { Who = _ => null },
        new("public, merged", _ => $"/incidents/{DeskScene.Merged}/history") { Who = _ => null },
        new("history", _ => $"/incidents/{DeskScene.Corrected}/history") { Who = _ => null },
        new("history, merged into", _ => $"/incidents/{DeskScene.MergedInto}/history") { Who = _ => null },
        new("changes", _ => "/changes") { Who = _ => null },
    ];

    /// <summary>Opens the page, and presses its button.</summary>
    public static async Task OpenAsync(this Visit visit, DeskScene scene, DeskPage shown)
    {
        await visit.OpenAsync(shown.Path(scene));
        if (shown.Press is { } button)
        {
            await visit.Page.Locator(button).ClickAsync();
            await visit.SettledAsync();
        }
    }
}
