using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SahelWatch.Accounts;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Editing.Archiving;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Pages.Changes;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Desk.Records;

/// <summary>
/// The form of one record, new or known: its fields, why they change, and, where someone else saved meanwhile, both
/// texts to choose from. An earlier state can be opened in it and saved again.
/// </summary>
[Authorize(Policy = Policies.Editing)]
public sealed class EditModel(
    Text text,
    RecordDesk desk,
    RevisionReader reader,
    SourceArchiver archiver,
    SahelWatchDbContext db,
    IncidentStore store,
    Lookups lookups)
    : RecordPage(text), IReadsKeys
{
    private const string SavedKey = "RecordSaved";
    private const string TakePrefix = "take.";

    private IReadOnlyDictionary<string, string?> _texts = new Dictionary<string, string?>();
    private LookupTables _tables = null!;
    private IReadOnlyList<ToldRevision> _revisions = [];

    public IReadOnlyCollection<string> Keys => ["state"];

    public bool IsNew => Slug == RecordSlug.New;

    /// <summary>The record as it stands; null for a new one.</summary>
    public RecordState? State { get; private set; }

    /// <summary>Its last revision, as far as it may be told; null where there is none.</summary>
    public ToldRevision? Latest => _revisions is [var latest, ..] ? latest : null;

    public int Version { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Number of the revision whose state the form shows; null for the present one.</summary>
    public int? Earlier { get; private set; }

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>What someone else's save left different.</summary>
    public RecordConflict? Conflict { get; private set; }

    public bool WasSaved { get; private set; }

    public bool WasUnchanged { get; private set; }

    /// <summary>False for a place outside the regions that the person works in, and for a merged actor.</summary>
    public bool MayEdit => State is null
        || (!IsMerged && (Kind != RecordKind.Place || Person.Covers(State.Texts["region"])));

    public bool IsMerged => State is not null && State.Texts.GetValueOrDefault("merged-into") is not null;

    public bool MayMerge => Kind == RecordKind.Actor && !IsNew && Person.Is(Role.Reviewer);

    public bool MayKeepCopy => archiver.IsOn && State?.Texts.GetValueOrDefault("url") is not null;

    public Reference Reference => store.Current.Reference;

    public string Title => State is null
        ? Text[$"Records.New.{Section}"]
        : RecordSection.TitleOf(Kind, Slug, State.Texts);

    /// <summary>Fields to be typed.</summary>
    public IEnumerable<FieldView> Fields => RecordSheet.Of(Kind)
        .Where(one => one.Writer == FieldWriter.Editor || (IsNew && one.Writer == FieldWriter.EditorOnce))
        .Select(one => new FieldView(
            Kind,
            one,
            _texts.GetValueOrDefault(one.Name),
            Problems.FirstOrDefault(problem => problem.Field == one.Name),
            Named(one),
            Reference));

    /// <summary>Fields that are shown and cannot be typed.</summary>
    public IEnumerable<(string Field, string? Text)> Fixed => State is null
        ? []
        : RecordSheet.Of(Kind).Where(one => one.Writer != FieldWriter.Editor || !MayEdit)
            .Select(one => (one.Name, Text: Text.Words(one, State.Texts[one.Name], Reference)))
            .Where(one => one.Text is not null);

    public string? TypedText(string field) => _texts.GetValueOrDefault(field);

    public RecordField FieldOf(string name) => RecordSheet.Of(Kind).Single(field => field.Name == name);

    public async Task<IActionResult> OnGetAsync(int? state, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }
        WasSaved = TempData[SavedKey] is not null;
        _texts = State?.Texts ?? Begun();
        if (state is { } number && State is not null)
        {
            if (!ToldRevision.Leads(_revisions, number))
            {
                return NotFound();
            }
            var since = _revisions.TakeWhile(one => one.Number > number).Count();
            _texts = RecordHistory.Before(State.Texts, State.Revisions.Take(since));
            Earlier = number;
            Reason = Text["Records.RestoreReason", number];
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var form = Request.Form;
        var typed = RecordSheet.Of(Kind).Where(field => form.ContainsKey(field.Name))
            .ToDictionary(field => field.Name, field => (string?)form[field.Name].ToString());
        Reason = form["reason"].ToString();
        Version = int.TryParse(form["version"], CultureInfo.InvariantCulture, out var version) ? version : 0;
        _texts = typed;
        var asked = form["conflict"].OfType<string>().ToList();
        var open = asked.Where(field => form[TakePrefix + field].ToString() is not ("mine" or "theirs")).ToList();
        var sent = typed.Where(field => form[TakePrefix + field.Key] != "theirs").ToDictionary();
        var answer = await desk.SaveAsync(
            new RecordEdit(Kind, IsNew ? null : Slug, open.Count > 0 ? 0 : Version, open.Count > 0 ? typed : sent, Reason),
            Person,
            cancellationToken);
        if (answer.Outcome == RecordOutcome.Saved)
        {
            TempData[SavedKey] = true;
            return Redirect(RecordSection.PathOf(Kind, answer.Slug!));
        }
        if (!await LoadAsync(cancellationToken) || answer.Outcome == RecordOutcome.Missing)
        {
            return NotFound();
        }
        Version = version;
        switch (answer.Outcome)
        {
            case RecordOutcome.Conflict:
                Conflict = answer.Conflict;
                Version = State!.Version;
                Problems = [.. open.Select(field => new Problem(field, null, "Chosen"))];
                Response.StatusCode = StatusCodes.Status409Conflict;
                break;
            case RecordOutcome.Unchanged:
                WasUnchanged = true;
                break;
            case RecordOutcome.Forbidden:
                Problems = [new Problem("latitude", null, "YourRegion", string.Join(", ", Person.Regions))];
                Response.StatusCode = StatusCodes.Status403Forbidden;
                break;
            default:
                Problems = answer.Problems;
                Response.StatusCode = StatusCodes.Status400BadRequest;
                break;
        }
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        _tables = await lookups.CurrentAsync(db, cancellationToken);
        State = IsNew ? null : await desk.FindAsync(Kind, Slug, cancellationToken);
        _revisions = State is null ? [] : await reader.HistoryAsync(State, Person, cancellationToken);
        Version = State?.Version ?? 0;
        return IsNew || State is not null;
    }

    /// <summary>What a new record begins with.</summary>
    private Dictionary<string, string?> Begun() => Kind switch
    {
        RecordKind.Source => new() { ["reliability"] = "F", ["reading"] = "full-text", ["kind"] = "traditional-media" },
        RecordKind.PoliticalEvent => new() { ["date-precision"] = "day" },
        RecordKind.Place => new() { ["kind"] = "settlement" },
        RecordKind.Actor => new() { ["sub-kind"] = "none" },
        _ => [],
    };

    private List<string> Named(RecordField field) => field.Refers is not { } kind
        ? []
        : [.. RecordSheet.Split(_texts.GetValueOrDefault(field.Name)?.ReplaceLineEndings("\n"))
            .Select(key => NameOf(kind, key.Trim())).OfType<string>()];

    private string? NameOf(RecordKind kind, string key) => kind switch
    {
        RecordKind.Actor => Reference.Actor(key)?.NameIn(CultureInfo.CurrentUICulture),
        RecordKind.Place => _tables.Places[key]?.Name,
        _ => _tables.Sources[key] is { } source
            ? string.Join(", ", new[] { source.Publisher, source.Title, source.PublishedOn }.OfType<string>())
            : null,
    };
}
