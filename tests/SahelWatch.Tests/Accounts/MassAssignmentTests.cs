using System.Net;
using System.Reflection;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Accounts;
using SahelWatch.Actors;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Incidents;
using SahelWatch.Pages.Desk.Entries;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Accounts;

/// <summary>
/// Every form of the access matrix is posted with each property of every entity added to its fields, in all writings:
/// what changes in the whole database is what the form is for, and nothing holds what was added.
/// </summary>
public sealed class MassAssignmentTests(Site site) : IClassFixture<Site>
{
    private const string Text = "mass-canary";
    private const string Number = "98765432";
    private const string Day = "2001-02-03";
    private const string Password = "seven giraffes at dusk";

    /// <summary>
    /// Routes without a form of fields: answers of authenticators, a button alone, and pages that change nothing.
    /// </summary>
    private static readonly string[] Formless =
    [
        "/account/passkeys/add", "/account/passkeys/begin", "/account/sign-in/passkey", "/account/sign-in/passkey/begin",
        "/desk/{section:regex(^(sources)$)}/{slug}/copies", "/errors/{code:int}",
    ];

    private static readonly Type[] Entities =
    [
        typeof(Account), typeof(AccountSession), typeof(AccountLink), typeof(AccountEvent), typeof(Entry),
        typeof(EntryEvent), typeof(Incident), typeof(Revision), typeof(Citation), typeof(IncidentActor), typeof(Actor), typeof(ActorRelation),
        typeof(Place), typeof(PoliticalEvent), typeof(Source), typeof(ExactPlace),
    ];

    private readonly HashSet<string> _routes = [];
    private readonly List<string> _unexpected = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forms_change_what_they_are_for_and_nothing_else()
    {
        await AccountFormsAsync();
        await PeopleFormsAsync();
        await EntryFormsAsync();
        await RecordFormsAsync();
        await IncidentFormsAsync();

        Assert.True(_unexpected.Count == 0, string.Join('\n', _unexpected));
        var matrix = (await File.ReadAllLinesAsync(
            Path.Combine(Repository.Root, "tests", "SahelWatch.Tests", "Accounts", "access-matrix.csv"), Stop))
            .Select(line => line.Split(',')).Where(cells => cells[0] is "POST" or "PUT" or "PATCH" or "DELETE")
            .Select(cells => cells[1]);
        Assert.Empty(matrix.Except(_routes).Except(Formless));
    }

    private async Task AccountFormsAsync()
    {
        const string route = "/account";
        var email = await SignInTests.AccountAsync(site, "mass@example.org", Password);
        var person = await PersonAsync(email);
        var own = await site.SignedInAsync(person);
        await ChangesAsync(route, own, "/account", "/account?handler=Name",
            "+AccountEvents Accounts.ConcurrencyStamp Accounts.Name",
            ("name", "New name"));
        await ChangesAsync(route, own, "/account", "/account?handler=Password",
            "+AccountEvents Accounts.ConcurrencyStamp Accounts.PasswordHash Accounts.SecurityStamp",
            ("current", Password), ("password", "nine tortoises at dawn"));
        await own.GetAsync("/account/second-factor", Stop);
        var key = await site.InDatabaseAsync(db => db.UserTokens.Where(one => one.UserId == person.Id)
            .Select(one => one.Value!).SingleAsync(Stop));
        await ChangesAsync("/account/second-factor", own, "/account/second-factor", null,
            "+AccountEvents +AccountTokens Accounts.ConcurrencyStamp Accounts.LastCodeStep Accounts.SecurityStamp "
                + "Accounts.TwoFactorEnabled",
            ("code", OneTimeCode.At(key, new DateTimeOffset(Site.Now).AddSeconds(-30))),
            ("current", "nine tortoises at dawn"));
        await SignInFormsAsync(email, key);
        await ChangesAsync(route, own, "/account", "/account?handler=RemoveFactor",
            "+AccountEvents AccountTokens.Value Accounts.ConcurrencyStamp Accounts.SecurityStamp Accounts.TwoFactorEnabled",
            ("current", "nine tortoises at dawn"));
        await ChangesAsync(route, own, "/account", "/account?handler=RenamePasskey", "", ("passkey", "none"), ("name", "x"));
        await ChangesAsync(route, own, "/account", "/account?handler=RemovePasskey", "",
            ("passkey", "none"), ("current", "nine tortoises at dawn"));
        await site.SessionAsync(person);
        var page = new HtmlParser().ParseDocument(await own.GetStringAsync("/account", Stop));
        await ChangesAsync(route, own, "/account", "/account?handler=End", "AccountSessions.EndedAt",
            ("session", page.QuerySelector("input[name=session]")!.GetAttribute("value")!));
        await ChangesAsync(route, own, "/account", "/account?handler=Everywhere", "+AccountEvents AccountSessions.EndedAt");
    }

    private async Task SignInFormsAsync(string email, string key)
    {
        var browser = site.Browser(out _);
        await ChangesAsync("/account/sign-in", browser, "/account/sign-in", null, "",
            ("email", email), ("password", "nine tortoises at dawn"), ("returnUrl", ""));
        await ChangesAsync("/account/sign-in/code", browser, "/account/sign-in/code", null,
            "+AccountEvents +AccountSessions Accounts.ConcurrencyStamp Accounts.LastCodeStep",
            ("code", OneTimeCode.At(key, new DateTimeOffset(Site.Now))));
        await ChangesAsync("/account/sign-out", browser, "/account", "/account/sign-out", "AccountSessions.EndedAt");
    }

    private async Task PeopleFormsAsync()
    {
        const string route = "/people/{id:int}";
        var admin = await site.SignedInAsync(Role.Administrator);
        var person = await site.PersonAsync("Of people", Role.Editor);
        var page = $"/people/{person.Id}";
        await ChangesAsync("/people", admin, "/people", null, "+AccountLinks",
            ("email", "invited@example.org"), ("roles", "editor"), ("regions", "ML-5"));
        var link = await LinkAsync(admin, "/people");
        await ChangesAsync("/account/link", site.Browser(out _), link, null,
            "+AccountEvents +AccountSessions +Accounts AccountLinks.AccountId AccountLinks.UsedAt",
            ("key", link.Split('=')[1]), ("name", "Invited"), ("password", Password));
        Assert.Equal("Editor, ML-5", await RightsAsync("invited@example.org"));
        await ChangesAsync("/people", admin, "/people", null, "+AccountLinks",
            ("email", "again@example.org"), ("roles", "editor"), ("regions", ""));
        var id = await site.InDatabaseAsync(db => db.AccountLinks.MaxAsync(one => one.Id, Stop));
        await ChangesAsync("/people", admin, "/people", "/people?handler=Revoke", "AccountLinks.RevokedAt",
            ("invitation", $"{id}"));
        await ChangesAsync(route, admin, page, $"{page}?handler=Rights",
            "+AccountEvents Accounts.ConcurrencyStamp Accounts.Regions Accounts.Roles",
            ("roles", "analyst"), ("regions", "ML-7"));
        await ChangesAsync(route, admin, page, $"{page}?handler=Disable",
            "+AccountEvents Accounts.ConcurrencyStamp Accounts.IsDisabled");
        await ChangesAsync(route, admin, page, $"{page}?handler=Enable",
            "+AccountEvents Accounts.ConcurrencyStamp Accounts.IsDisabled");
        await ChangesAsync(route, admin, page, $"{page}?handler=Reset", "+AccountLinks");
        var reset = await LinkAsync(admin, page);
        await ChangesAsync("/account/link", site.Browser(out _), reset, null,
            "+AccountEvents +AccountSessions AccountLinks.UsedAt Accounts.ConcurrencyStamp Accounts.PasswordHash "
                + "Accounts.SecurityStamp",
            ("key", reset.Split('=')[1]), ("password", Password));
    }

    private async Task EntryFormsAsync()
    {
        const string changed = "Entries.Form Entries.Version";
        var editor = await site.SignedInAsync(Role.Editor);
        var reviewer = await site.SignedInAsync(Role.Reviewer);
        var form = Fields("Mass");
        await ChangesAsync("/desk/entries/new", editor, "/desk/entries/new", null, "+Entries +EntryEvents",
            [.. form, ("do", "save"), ("Version", "0"), ("Reason", "")]);
        var id = await site.InDatabaseAsync(db => db.Entries.MaxAsync(one => one.Id, Stop));
        var page = $"/desk/entries/{id}";
        await ChangesAsync("/desk/entries/{id:int}", editor, page, null, $"+EntryEvents {changed}",
            [.. Fields("Mass 2"), ("do", "save"), ("Version", "1"), ("Reason", "")]);
        await ChangesAsync("/desk/entries/autosave", editor, page, "/desk/entries/autosave", changed,
            [.. Fields("Mass 3"), ("id", $"{id}"), ("Version", "2"), ("Reason", "")]);
        await ChangesAsync("/desk/entries/{id:int}", editor, page, null,
            "+EntryEvents Entries.Form Entries.Status Entries.SubmittedAt Entries.Version",
            [.. Fields("Mass 4"), ("do", "submit-anyway"), ("Version", "3"), ("Reason", "")]);
        foreach (var (client, step, text, expected) in new[]
        {
            (reviewer, "comment", "Why?", "+EntryEvents Entries.Version"),
            (reviewer, "return", "Not yet", "+EntryEvents Entries.Status Entries.Version"),
            (editor, "submit", "", "+EntryEvents Entries.Status Entries.Version"),
            (reviewer, "publish", "", "+Citations +EntryEvents +IncidentActors +Incidents +Places +Revisions +Sources "
                + "DataStamp.Stamp Entries.IncidentId Entries.Status Entries.Version"),
        })
        {
            var version = await site.InDatabaseAsync(db =>
                db.Entries.Where(one => one.Id == id).Select(one => one.Version).SingleAsync(Stop));
            await ChangesAsync("/desk/entries/{id:int}/review", client, $"{page}/review", null, expected,
                ("step", step), ("version", $"{version}"), ("text", text));
        }
    }

    private async Task RecordFormsAsync()
    {
        var editor = new DeskVisitor(await site.SignedInAsync(Role.Editor));
        foreach (var (section, field, expected) in new[]
        {
            ("actors", "description", "+Revisions Actors.Description Actors.Version DataStamp.Stamp"),
            ("relations", "note", "+Revisions ActorRelations.Note ActorRelations.Version DataStamp.Stamp"),
            ("places", "note", "+Revisions DataStamp.Stamp Places.Note Places.Version"),
            ("events", "summary", "+Revisions PoliticalEvents.Summary PoliticalEvents.Version"),
            ("sources", "note", "+Revisions DataStamp.Stamp Sources.Note Sources.Version"),
        })
        {
            var list = await editor.GetAsync($"/desk/{section}");
            var page = await editor.GetAsync(list.Document.QuerySelector(".record-list a")!.GetAttribute("href")!);
            var fields = DeskVisitor.FieldsOf(page, (field, "A new text of the field"), ("reason", "Because"));
            await ChangesAsync("/desk/{section:regex(^(actors|relations|places|events|sources)$)}/{slug}",
                editor.Client, page.Path, null, expected, [
                    .. fields.Where(one => one.Key != "__RequestVerificationToken").Select(one => (one.Key, one.Value)),
                ]);
        }
        var reviewer = await site.SignedInAsync(Role.Reviewer, Role.Editor);
        var merge = await new DeskVisitor(reviewer).GetAsync("/desk/actors/aqim/merge?into=jnim");
        await ChangesAsync("/desk/{section:regex(^(actors)$)}/{slug}/merge", reviewer,
            "/desk/actors/aqim/merge?into=jnim",
            "/desk/actors/aqim/merge",
            "+ActorAliases +ActorSource +IncidentActors +Revisions -IncidentActors ActorRelations.FromId ActorRelations.ToId "
                + "ActorRelations.Version Actors.MergedIntoId Actors.Version DataStamp.Stamp Incidents.Version",
            ("version", merge.Document.QuerySelector("input[name=version]")!.GetAttribute("value")!), ("into", "jnim"),
            ("reason", "Same"));
    }

    private async Task IncidentFormsAsync()
    {
        const string route = "/desk/incidents/{number:int}";
        const string page = "/desk/incidents/150";
        var person = await site.SignedInAsync(Role.Reviewer, Role.Editor);
        await ChangesAsync(route, person, page, $"{page}?handler=Correct", "+Entries +EntryEvents");
        await ChangesAsync(route, person, page, $"{page}?handler=Withdraw",
            "+Revisions DataStamp.Stamp Incidents.Status Incidents.Version",
            ("version", "1"), ("reason", "Wrong"));
        await ChangesAsync(route, person, page, $"{page}?handler=Reinstate",
            "+Revisions DataStamp.Stamp Incidents.Status Incidents.Version",
            ("version", "2"), ("reason", "Right"));
        await ChangesAsync("/desk/incidents/{number:int}/merge", person, $"{page}/merge", null,
            "+Citations +Revisions DataStamp.Stamp Incidents.IndependentSources Incidents.MergedIntoId Incidents.Status "
                + "Incidents.Version",
            ("version", "3"), ("into", "151"), ("intoVersion", "1"), ("reason", "Same"));
        await ChangesAsync(route, person, page, $"{page}?handler=Unmerge",
            "+Revisions -Citations DataStamp.Stamp Incidents.IndependentSources Incidents.MergedIntoId Incidents.Status "
                + "Incidents.Version",
            ("version", "4"), ("reason", "Not"));
    }

    /// <summary>Posts a form with everything added, and compares what it changed with what it is for.</summary>
    private async Task ChangesAsync(
        string route, HttpClient client, string page, string? action, string expected,
        params (string Name, string Value)[] fields)
    {
        _routes.Add(route);
        var token = await client.FormToken(page);
        var before = await site.InDatabaseAsync(WholeDatabase.ReadAsync);
        using var content = new FormUrlEncodedContent(
        [
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            .. Added([.. fields.Select(field => field.Name)]),
            new("__RequestVerificationToken", token),
        ]);
        using var answer = await client.PostAsync(action ?? page, content, Stop);
        var after = await site.InDatabaseAsync(WholeDatabase.ReadAsync);

        var changed = string.Join(' ', before.ChangesTo(after));
        if (changed != expected || answer.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.OK))
        {
            _unexpected.Add($"{action ?? page}: {answer.StatusCode}, {changed}");
        }
        Assert.Empty(after.Holding(Text).Concat(after.Holding(Number)).Concat(after.Holding(Day)));
    }

    private static IEnumerable<KeyValuePair<string, string>> Added(HashSet<string> declared)
    {
        var known = new HashSet<string>(declared, StringComparer.OrdinalIgnoreCase);
        known.UnionWith(typeof(EntryForm).GetProperties().Select(property => $"Form.{property.Name}"));
        foreach (var property in Entities.SelectMany(type =>
            type.GetProperties(BindingFlags.Public | BindingFlags.Instance)))
        {
            var value = Type.GetTypeCode(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) switch
            {
                TypeCode.Boolean => "true",
                TypeCode.Int32 or TypeCode.Int64 or TypeCode.Double => Number,
                TypeCode.DateTime => Day,
                _ => property.PropertyType == typeof(DateOnly) ? Day : Text,
            };
            var kebab = string.Concat(property.Name.Select((letter, at) =>
                char.IsUpper(letter) ? (at > 0 ? "-" : "") + char.ToLowerInvariant(letter) : $"{letter}"));
            foreach (var name in new[]
            {
                property.Name, kebab, $"{property.DeclaringType!.Name}.{property.Name}", $"Own.{property.Name}",
                $"Who.{property.Name}", $"Form.{property.Name}", $"{property.Name}[0]", $"Form.Parties[0].{property.Name}Id",
            })
            {
                if (known.Add(name))
                {
                    yield return KeyValuePair.Create(name, value);
                }
            }
        }
    }

    private static (string Name, string Value)[] Fields(string title) =>
        [.. FormPairs.Of(DeskFixture.Form(title)).Select(pair => (pair.Key, pair.Value))];

    private async Task<Person> PersonAsync(string email) =>
        (await site.InDatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(one => one.Email == email, Stop))).Person;

    private async Task<string> RightsAsync(string email)
    {
        var person = await PersonAsync(email);
        return string.Join(", ", [.. person.Roles.Select(role => $"{role}"), .. person.Regions]);
    }

    private static async Task<string> LinkAsync(HttpClient admin, string page)
    {
        var shown = new HtmlParser().ParseDocument(await admin.GetStringAsync(page, Stop));
        return new Uri(shown.QuerySelector("code.secret-link")!.TextContent).PathAndQuery;
    }
}
