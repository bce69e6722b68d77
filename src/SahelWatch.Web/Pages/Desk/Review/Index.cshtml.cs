using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SahelWatch.Accounts;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Changes;
using SahelWatch.Pages.Desk.Entries;
using SahelWatch.Pages.Shared;

namespace SahelWatch.Pages.Desk.Review;

/// <summary>One entry as its author and its reviewers see it: what it changes, and what can be done with it.</summary>
[Authorize(Policy = Policies.Desk)]
public sealed class IndexModel(
    Text text,
    EntryDesk desk,
    EntryBench bench,
    IncidentPress press,
    DuplicateFinder finder,
    IncidentLines lines,
    Lookups lookups,
    DeskQueue queue,
    SahelWatchDbContext db,
    IncidentStore store,
    IOptions<AccessOptions> access,
    TimeProvider time) : DeskPage
{
    private static readonly EntryStep[] Steps =
    [
        EntryStep.Submit, EntryStep.TakeBack, EntryStep.Return, EntryStep.Publish, EntryStep.Discard, EntryStep.Reopen,
        EntryStep.Comment,
    ];

    private IReadOnlyDictionary<int, string> _names = new Dictionary<int, string>();
    private EntryNames _records = null!;

    public override IReadOnlyCollection<string> Keys => ["after", "from", "to"];

    public Entry Entry { get; private set; } = null!;

    public EntryReading Reading { get; private set; } = null!;

    public IReadOnlyList<ShownChange> Changes { get; private set; } = [];

    /// <summary>What changed on the incident since the correction began.</summary>
    public IReadOnlyList<ShownChange> ChangedMeanwhile { get; private set; } = [];

    public DuplicatePanel Duplicates { get; private set; } = DuplicatePanel.None;

    /// <summary>Those whom a comment can mention.</summary>
    public IReadOnlyList<Accounts.Account> People { get; private set; } = [];

    /// <summary>The comment or reason as typed, where it was not taken.</summary>
    public string? TypedText { get; private set; }

    public string? TypedStep { get; private set; }

    public (EntryEvent From, EntryEvent To, IReadOnlyList<ShownChange> Changes)? Compared { get; private set; }

    public bool IsOutdated => Entry.Incident is { Status: EditorialStatus.Published } incident
        && incident.Version != Entry.BaseVersion
        && Entry.Status is EditorialStatus.InReview or EditorialStatus.Draft;

    public bool IsAlone => access.Value.IsReviewByAuthorAllowed;

    public IEnumerable<EntryEvent> Saves => Entry.Events.Where(one => one.Form is not null);

    public FormWords FormWords { get; private set; } = null!;

    public bool May(EntryStep step) => desk.May(Person, Entry, step);

    public bool MayPublish => May(EntryStep.Publish) && !IsOutdated && Reading.Problems.Count == 0
        && Entry.Incident is null or { Status: EditorialStatus.Published };

    /// <summary>Whether the page offers any step: those with the incident itself have a page of their own.</summary>
    public bool MayAnything => May(EntryStep.Save) || Steps.Any(May);

    public string NameOf(int person) => _names.GetValueOrDefault(person, $"{person}");

    /// <summary>What a save changed, in words.</summary>
    public IReadOnlyList<ShownChange> ChangesOf(EntryEvent save) => save.Form is null
        ? []
        : FormWords.Changes(Saves.LastOrDefault(one => one.Number < save.Number)?.Form ?? Entry.Base, save.Form);

    /// <summary>Who gives the lowest and the highest figure of deaths.</summary>
    public IEnumerable<string> BoundsBy()
    {
        if (Reading.Incident is not { } incident)
        {
            yield break;
        }
        foreach (var (key, bound, own, figure) in new (string, int?, string?, Func<Citation, int?>)[]
        {
            ("Desk.Review.LowBy", incident.DeathsLow, Entry.Form.DeathsLow, one => one.DeathsLow ?? one.DeathsBest),
            ("Desk.Review.HighBy", incident.DeathsHigh, Entry.Form.DeathsHigh, one => one.DeathsHigh ?? one.DeathsBest),
        })
        {
            if (bound is null)
            {
                continue;
            }
            var sources = incident.Citations.Where(one => figure(one) == bound)
                .Select(one => one.Source.Publisher ?? one.Source.Title ?? one.Source.Slug).ToList();
            if (own == bound.Value.ToString(CultureInfo.InvariantCulture))
            {
                sources.Add(text["Desk.Review.Editor"]);
            }
            if (sources.Count > 0)
            {
                yield return text[key, string.Join(", ", sources)];
            }
        }
    }

    public async Task<IActionResult> OnGetAsync(int id, int? from, int? to, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }
        if (Entry.Events.Find(one => one.Number == from) is { Form: not null } first
            && Entry.Events.Find(one => one.Number == to) is { Form: { } last } second)
        {
            Compared = (first, second, FormWords.Changes(first.Form, last));
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        [FromRoute] int id,
        [FromForm] string? step,
        [FromForm] int version,
        [FromForm(Name = "text")] string? typed,
        CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (!Code.TryParse<EntryStep>(step ?? "", out var taken) || !Steps.Contains(taken))
        {
            return BadRequest();
        }
        var mentions = taken == EntryStep.Comment ? await MentionedAsync(id, typed, cancellationToken) : [];
        var result = await desk.StepAsync(
            Person, id, version, taken, Typed(typed), mentions, cancellationToken);
        if (result.Outcome == EntryOutcome.Done)
        {
            return Redirect(Next(result.Entry!, taken));
        }
        db.ChangeTracker.Clear();
        (TypedStep, TypedText) = (step, typed);
        if (result.Outcome == EntryOutcome.NotFound || !await LoadAsync(id, cancellationToken))
        {
            // A reviewer's page may show what was returned or taken back meanwhile, which only its author sees.
            return Person.Is(Role.Reviewer) ? Redirect("/desk?after=gone") : NotFound();
        }
        if (result.Outcome == EntryOutcome.NotAllowed)
        {
            return Forbidden();
        }
        Problems = [.. result.Problems];
        IsStale = result.Outcome == EntryOutcome.Stale;
        Response.StatusCode = result.Outcome == EntryOutcome.Invalid
            ? StatusCodes.Status400BadRequest
            : StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>Where the person can go on.</summary>
    private string Next(Entry entry, EntryStep step)
    {
        var page = $"/desk/entries/{entry.Id}/review";
        return step switch
        {
            EntryStep.Comment => $"{page}?after=comment#history",
            EntryStep.Publish => $"{page}?after={(entry.Status == EditorialStatus.Published ? "publish" : "due")}",
            EntryStep.TakeBack or EntryStep.Reopen => $"/desk/entries/{entry.Id}",
            _ when EntryAccess.MaySee(Person, entry) && step == EntryStep.Submit => page,
            _ => $"/desk?after={Code.Of(step)}",
        };
    }

    private async Task<IReadOnlyList<int>> MentionedAsync(int id, string? comment, CancellationToken cancellationToken)
    {
        var author = await db.Entries.Where(one => one.Id == id).Select(one => one.AuthorId)
            .SingleOrDefaultAsync(cancellationToken);
        var mentions = CommentMentions.In(comment, await PeopleAsync(author, cancellationToken));
        db.ChangeTracker.Clear();
        return mentions;
    }

    private async Task<List<Accounts.Account>> PeopleAsync(int author, CancellationToken cancellationToken) =>
        [
            .. (await db.Users.AsNoTracking().OrderBy(account => account.Name).ToListAsync(cancellationToken))
                .Where(account => CommentMentions.MayBeMentioned(account, author)),
        ];

    private async Task<bool> LoadAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(Person, id, cancellationToken) is not { } entry)
        {
            return false;
        }
        Entry = entry;
        _records = new EntryNames(store.Current.Reference, await lookups.CurrentAsync(db, cancellationToken));
        FormWords = new FormWords(text, _records);
        Changes = FormWords.Changes(entry.Base, entry.Form);
        if (IsOutdated && entry.Incident is { } old && entry.Base is { } begun)
        {
            db.ChangeTracker.Clear();
            var incident = (await press.FindAsync(old.Number, cancellationToken))!;
            var exact = await press.ExactAsync(Person, incident, cancellationToken);
            ChangedMeanwhile = FormWords.Changes(begun, EntryForms.Of(incident, exact));
        }
        db.ChangeTracker.Clear();
        var now = time.GetUtcNow().UtcDateTime;
        Reading = await bench.ReadAsync(entry.Form, entry.Incident?.Number ?? 0, now, cancellationToken);
        db.ChangeTracker.Clear();
        if (entry.Status is EditorialStatus.Draft or EditorialStatus.InReview)
        {
            var list = await finder.FindAsync(entry.Form, entry.Incident?.Number, cancellationToken);
            var twins = await finder.FindEntriesAsync(Person, entry.Form, entry.Id, cancellationToken);
            Duplicates = await DuplicatePanel.OfAsync(list, twins, lines, cancellationToken);
        }
        _names = await queue.NamesAsync(
            entry.Events.Select(one => one.PersonId).Append(entry.AuthorId), cancellationToken);
        People = [.. (await PeopleAsync(entry.AuthorId, cancellationToken)).Where(account => account.Id != Person.Id)];
        return true;
    }
}
