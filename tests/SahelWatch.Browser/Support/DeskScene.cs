using Microsoft.Extensions.DependencyInjection;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Tests.Support;

namespace SahelWatch.Browser.Support;

/// <summary>A desk at work: people, and entries and incidents in every state they can be in.</summary>
public sealed class DeskScene
{
    private readonly IServiceProvider _services;

    private DeskScene(IServiceProvider services) => _services = services;

    /// <summary>Holds every role.</summary>
    public required Person Awa { get; init; }

    /// <summary>Editor, who wrote what Awa reviews.</summary>
    public required Person Issa { get; init; }

    /// <summary>Reviewer of both.</summary>
    public required Person Fanta { get; init; }

    /// <summary>Editor with nothing entered yet.</summary>
    public required Person Newcomer { get; init; }

    /// <summary>Awa's, with most fields empty or wrong.</summary>
    public int Unfinished { get; private set; }

    /// <summary>Awa's, complete, and alike a published incident.</summary>
    public int Twin { get; private set; }

    /// <summary>Awa's correction of an incident that changed meanwhile.</summary>
    public int Outdated { get; private set; }

    /// <summary>Awa's, returned with a reason.</summary>
    public int Returned { get; private set; }

    /// <summary>Awa's, discarded.</summary>
    public int Discarded { get; private set; }

    /// <summary>Issa's new event in review.</summary>
    public int Waiting { get; private set; }

    /// <summary>Issa's correction in review of an incident that changed meanwhile.</summary>
    public int Overtaken { get; private set; }

    /// <summary>Issa's, published.</summary>
    public int PublishedEntry { get; private set; }

    /// <summary>Number of a published incident with corrections.</summary>
    public const int Corrected = 99;

    public const int Withdrawn = 102;

    public const int Merged = 104;

    public const int MergedInto = 105;

    public string Invitation { get; private set; } = "";

    public static async Task<DeskScene> OfAsync(IServiceProvider services)
    {
        var scene = new DeskScene(services)
        {
            Awa = await services.PersonAsync("Awa Traoré", [], Enum.GetValues<Role>()),
            Issa = await services.PersonAsync("Issa Ag Mohamed", [], Role.Editor),
            Fanta = await services.PersonAsync("Fanta Ouédraogo", [], Role.Reviewer),
            Newcomer = await services.PersonAsync("Léna Dicko", [], Role.Editor),
        };
        await scene.WriteAsync();
        return scene;
    }

    /// <summary>A form without problems.</summary>
    public static EntryForm Form(string title, string day = "2026-10-20") => new()
    {
        Title = title,
        Summary = "Invented for tests: men on motorcycles attacked a village at dawn.\n\nThey left before noon.",
        StartsOn = day,
        DatePrecision = "day",
        SubType = "attack",
        Tactics = ["village-raid"],
        Targets = ["civilians"],
        PlaceName = "Invented village",
        Country = "BFA",
        Latitude = "14.1",
        Longitude = "-1.63",
        GeoPrecision = "near",
        Parties = [new EntryParty { Actor = "jnim", Role = "perpetrator", Attribution = "suspected" }],
        DeathsLow = "3",
        DeathsBest = "4",
        DeathsHigh = "6",
        Citations =
        [
            new EntryCitation
            {
                Url = $"https://news.example.org/{day}",
                Publisher = "Invented News",
                Title = "Attack near Djibo",
                PublishedOn = day,
                Language = "fr",
                Kind = "traditional-media",
                Reading = "full-text",
                Reliability = "C",
                Credibility = "3",
                Supports = ["event", "place"],
            },
        ],
    };

    /// <summary>An incident as a form.</summary>
    public async Task<EntryForm> FormOfAsync(int number) =>
        EntryForms.Of((await AskAsync<IncidentPress, Incidents.Incident?>(press => press.FindAsync(number, Stop)))!);

    public async Task<Entry> BeginAsync(Person author, EntryForm form) =>
        Done(await AskAsync<EntryDesk, EntryResult>(desk => desk.BeginAsync(author, form, null, null, Stop)));

    public async Task<Entry> CorrectAsync(Person author, int number, Func<EntryForm, EntryForm> change, string? reason)
    {
        var begun = Done(await AskAsync<EntryDesk, EntryResult>(desk => desk.CorrectAsync(author, number, null, Stop)));
        return Done(await AskAsync<EntryDesk, EntryResult>(desk =>
            desk.SaveAsync(author, begun.Id, begun.Version, change(begun.Form), reason, false, null, Stop)));
    }

    public async Task<Entry> StepAsync(Person person, Entry entry, EntryStep step, string? text = null) =>
        Done(await AskAsync<EntryDesk, EntryResult>(desk =>
            desk.StepAsync(person, entry.Id, entry.Version, step, text, [], Stop)));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Entry Done(EntryResult result)
    {
        Assert.Equal((EntryOutcome.Done, ""), (result.Outcome, string.Join("; ", result.Problems)));
        return result.Entry!;
    }

    private async Task WriteAsync()
    {
        await WriteEntriesAsync();
        await ChangeIncidentsAsync();
        Invitation = await AskAsync<AccountLinks, string>(links =>
            links.InviteAsync("oumar.diallo@example.org", [Role.Editor], ["ML-7"], Awa, Stop));
    }

    private async Task WriteEntriesAsync()
    {
        var unfinished = new EntryForm { Title = "A bridge near Ansongo", StartsOn = "2026-13-01", DeathsBest = "many" };
        Unfinished = (await BeginAsync(Awa, unfinished)).Id;
        Twin = (await BeginAsync(Awa, await FormOfAsync(100) with { Title = "The same, entered again" })).Id;
        Discarded = (await StepAsync(Awa, await BeginAsync(Awa, Form("Not an incident")), EntryStep.Discard)).Id;
        var returned = await BeginAsync(Awa, Form("Attack on a convoy", "2026-09-02"));
        returned = await StepAsync(Awa, returned, EntryStep.Submit);
        returned = await StepAsync(Fanta, returned, EntryStep.Comment, "Who says that the convoy was escorted?");
        Returned = (await StepAsync(Fanta, returned, EntryStep.Return, "Please cite a second source for the toll.")).Id;
        var waiting = await BeginAsync(Issa, Form("Attack on a village near Djibo"));
        Waiting = (await StepAsync(Issa, waiting, EntryStep.Submit)).Id;
        var mine = Form("Mine on the road to Arbinda", "2026-08-14") with { SubType = "remote-explosive" };
        PublishedEntry = (await PublishAsync(await BeginAsync(Issa, mine))).Id;
    }

    private async Task ChangeIncidentsAsync()
    {
        Outdated = (await CorrectAsync(
            Awa,
            Corrected,
            form => form with { DeathsNote = "Awa's words.", Title = "Awa's title", DeathsHigh = "70" },
            "A later report")).Id;
        var overtaken = await CorrectAsync(
            Issa, 98, form => form with { DeathsNote = "Issa's words." }, "The ministry's statement");
        Overtaken = (await StepAsync(Issa, overtaken, EntryStep.Submit)).Id;
        foreach (var number in (int[])[98, Corrected])
        {
            await PublishAsync(await CorrectAsync(
                Newcomer,
                number,
                form => form with { DeathsNote = "As the hospital counted.", Title = $"{form.Title} (corrected)" },
                "The hospital's count"));
        }
        await AskAsync<IncidentDesk, IncidentResult>(async desk => await desk.WithdrawAsync(
            Fanta, Withdrawn, await VersionAsync(Withdrawn), "The same event is told twice.", Stop));
        await AskAsync<IncidentDesk, IncidentResult>(async desk => await desk.MergeAsync(
            Fanta, Merged, await VersionAsync(Merged), MergedInto, await VersionAsync(MergedInto),
            "One event, two reports.", isConfirmed: false, Stop));
    }

    private async Task<Entry> PublishAsync(Entry entry)
    {
        var author = await PersonOfAsync(entry.AuthorId);
        return await StepAsync(Fanta, await StepAsync(author, entry, EntryStep.Submit), EntryStep.Publish);
    }

    private Task<Person> PersonOfAsync(int id) =>
        Task.FromResult(((Person[])[Awa, Issa, Fanta, Newcomer]).Single(person => person.Id == id));

    private async Task<int> VersionAsync(int number) =>
        (await AskAsync<IncidentPress, Incidents.Incident?>(press => press.FindAsync(number, Stop)))!.Version;

    /// <summary>Asks as a request does, in a scope of its own.</summary>
    private async Task<TAnswer> AskAsync<TDesk, TAnswer>(Func<TDesk, Task<TAnswer>> question)
        where TDesk : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TDesk>());
    }
}
