using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SahelWatch.Accounts;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Map;
using SahelWatch.Pages.Shared;

namespace SahelWatch.Pages.Desk.Entries;

/// <summary>What the pages about one entry work with.</summary>
public sealed record EntryWork(
    EntryDesk Desk,
    EntryBench Bench,
    IncidentPress Press,
    DuplicateFinder Finder,
    IncidentLines Lines,
    Lookups Lookups,
    SahelWatchDbContext Db,
    IncidentStore Store,
    BoundaryFile Boundaries,
    IOptions<AccessOptions> Access,
    TimeProvider Time);

/// <summary>
/// The form of one entry. What is posted is the form alone, as declared here; all else about an entry is the server's.
/// </summary>
public abstract class EntryPage(EntryWork work) : PageModel, IReadsKeys
{
    private const int LongestBegan = 400_000;
    private static readonly JsonSerializerOptions Whole = new() { RespectNullableAnnotations = true };

    /// <summary>What is typed.</summary>
    public EntryForm Form { get; protected set; } = new();

    /// <summary>Why the incident is entered or corrected.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The entry's version that this page began with.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Random key of a new form, so that it begins one entry however often it arrives.</summary>
    [BindProperty]
    public Guid? Key { get; set; }

    /// <summary>The form as it was then, as JSON: what differs from it was changed here.</summary>
    [BindProperty]
    public string? Began { get; set; }

    /// <summary>Version of the incident whose changes are being brought together with the form; else null.</summary>
    [BindProperty]
    public int? MergedVersion { get; set; }

    /// <summary>Key of a place of the gazetteer that was chosen.</summary>
    [BindProperty]
    public string? PickPlace { get; set; }

    /// <summary>The button pressed.</summary>
    [BindProperty(Name = "do")]
    public string? Do { get; set; }

    public IReadOnlyCollection<string> Keys => ["after"];

    public EntryNames Names { get; private set; } = null!;

    public IReadOnlyList<Problem> Problems { get; protected set; } = [];

    /// <summary>Null for an entry that is not kept yet.</summary>
    public Editing.Entry? Entry { get; protected set; }

    public ConflictView? Conflict { get; protected set; }

    public DuplicatePanel Duplicates { get; protected set; } = DuplicatePanel.None;

    /// <summary>Others who correct the same incident now.</summary>
    public IReadOnlyList<OtherWork> Others { get; protected set; } = [];

    /// <summary>Fields in which a correction differs from the published state.</summary>
    public IReadOnlyList<string> Changed { get; protected set; } = [];

    /// <summary>Whether people are shown what they look for as lists to choose from.</summary>
    public bool IsFinding { get; protected set; }

    /// <summary>What has just been done: <c>saved</c>, <c>merged</c>, or null.</summary>
    public string? After { get; protected set; }

    public bool IsOutdated => Entry is { Incident: { Status: EditorialStatus.Published } incident } entry
        && incident.Version != entry.BaseVersion;

    public Person Person => User.Person()!;

    public bool MayPublishOwn => Work.Access.Value.IsReviewByAuthorAllowed && Person.Is(Role.Reviewer);

    public bool IsAlone => Work.Access.Value.IsReviewByAuthorAllowed;

    public string Address => Entry is null ? "/desk/entries/new" : $"/desk/entries/{Entry.Id}";

    public string BeganText => JsonSerializer.Serialize(Entry?.Form ?? new EntryForm());

    /// <summary>The region that the point lies in, in words; null where it lies in none.</summary>
    public string? RegionName => Work.Bench.RegionOf(Form) is { } code
        ? Names.Reference.Region(code)?.NameIn(CultureInfo.CurrentUICulture) ?? code
        : null;

    public string BoundariesLink => $"/api/v1/boundaries?v={Work.Boundaries.Version}";

    protected EntryWork Work { get; } = work;

    protected DateTime Now => Work.Time.GetUtcNow().UtcDateTime;

    public IEnumerable<Problem> ProblemsOf(string field) => Problems.Where(problem => problem.Field == field);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        Response.Headers.CacheControl = "no-store";

    /// <summary>Reads what was posted as a tidy form.</summary>
    protected async Task PrepareAsync(CancellationToken cancellationToken)
    {
        Names = new EntryNames(
            Work.Store.Current.Reference, await Work.Lookups.CurrentAsync(Work.Db, cancellationToken));
        Key ??= Guid.NewGuid();
        if (HttpMethods.IsPost(Request.Method))
        {
            ModelState.Clear();
            Form = FormPairs.Read(await Request.ReadFormAsync(cancellationToken));
            RemoveRow();
            Form = Names.Tidy(Form);
            if (!string.IsNullOrEmpty(PickPlace))
            {
                Form = Names.WithPlace(Form, PickPlace);
            }
        }
    }

    /// <summary>Takes in how the entry stands besides its form.</summary>
    protected async Task DescribeAsync(CancellationToken cancellationToken)
    {
        if (Entry is not { } entry)
        {
            return;
        }
        Version = entry.Version;
        Changed = entry.Base is null
            ? []
            : [.. EntryFields.Differences(entry.Base, Form).Select(change => change.Field)];
        Others = entry.IncidentId is null ? [] : await Work.Db.Entries
            .Where(one => one.IncidentId == entry.IncidentId && one.Id != entry.Id && one.AuthorId != entry.AuthorId
                && (one.Status == EditorialStatus.Draft || one.Status == EditorialStatus.InReview))
            .OrderBy(one => one.CreatedAt)
            .Join(Work.Db.Users, one => one.AuthorId, account => account.Id, (one, account) =>
                new OtherWork(account.Name, one.CreatedAt, one.ChangedAt))
            .ToListAsync(cancellationToken);
    }

    protected async Task CheckAsync(CancellationToken cancellationToken)
    {
        Problems = await Work.Bench.ProblemsAsync(Entry, Form, Reason, Person, Now, cancellationToken);
        Work.Db.ChangeTracker.Clear();
        IsFinding = true;
    }

    /// <summary>Keeps the form: a new entry where there is none yet.</summary>
    protected async Task<EntryResult> KeepAsync(bool isAutomatic, CancellationToken cancellationToken)
    {
        Work.Db.ChangeTracker.Clear();
        var result = Entry is null
            ? await Work.Desk.BeginAsync(Person, Form, Reason, Key, cancellationToken)
            : await Work.Desk.SaveAsync(
                Person, Entry.Id, Version, Form, Reason, isAutomatic, MergedVersion, cancellationToken);
        if (result.Outcome == EntryOutcome.Done)
        {
            Entry = result.Entry;
        }
        return result;
    }

    /// <summary>The form as it was when the page began; the published state where that cannot be told.</summary>
    protected EntryForm BeganWith(Editing.Entry entry)
    {
        try
        {
            if (Began is { Length: > 0 and < LongestBegan }
                && JsonSerializer.Deserialize<EntryForm>(Began, Whole) is { } began
                && began.Parties.All(party => party is not null)
                && began.Citations.All(citation => citation is not null))
            {
                return Names.Tidy(began);
            }
        }
        catch (JsonException)
        {
            // The browser sent something else: what follows is the best that is known.
        }
        return entry.Base ?? new EntryForm();
    }

    protected async Task FindDuplicatesAsync(CancellationToken cancellationToken)
    {
        var list = await Work.Finder.FindAsync(Form, Entry?.Incident?.Number, cancellationToken);
        var twins = await Work.Finder.FindEntriesAsync(Person, Form, Entry?.Id, cancellationToken);
        Duplicates = await DuplicatePanel.OfAsync(list, twins, Work.Lines, cancellationToken);
    }

    /// <summary>Takes out the row whose button was pressed, by its number on the page.</summary>
    private void RemoveRow()
    {
        Form = Form with
        {
            Parties = Without(Form.Parties, "Parties", "remove-party-"),
            Citations = Without(Form.Citations, "Citations", "remove-source-"),
        };
    }

    private IReadOnlyList<T> Without<T>(IReadOnlyList<T> rows, string list, string button)
    {
        if (Do?.StartsWith(button, StringComparison.Ordinal) != true)
        {
            return rows;
        }
        var place = Request.Form[$"Form.{list}.index"].ToList().IndexOf(Do[button.Length..]);
        return place < 0 ? rows : [.. rows.Where((_, index) => index != place)];
    }
}

/// <summary>Another person's work on the same incident. Times are UTC.</summary>
public sealed record OtherWork(string Name, DateTime Since, DateTime Last);
