using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Accounts;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Desk.Entries;
using SahelWatch.Pages.Shared;

namespace SahelWatch.Pages.Desk.Incidents;

/// <summary>Finds the incident that another is a duplicate of, shows both, and merges them.</summary>
[Authorize(Policy = Policies.Reviewing)]
public sealed class MergeModel(
    Text text,
    IncidentDesk desk,
    IncidentPress press,
    DuplicateFinder finder,
    IncidentLines lines,
    Lookups lookups,
    SahelWatchDbContext db,
    IncidentStore store) : DeskPage
{
    private const int Most = 10;

    public override IReadOnlyCollection<string> Keys => ["q", "into"];

    public Incident Incident { get; private set; } = null!;

    public Incident? Other { get; private set; }

    public string? Search { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>How merging the two could tell a place that is withheld.</summary>
    public IReadOnlyList<PlaceLeak> Leaks { get; private set; } = [];

    public IReadOnlyList<(int Number, string Title)> Found { get; private set; } = [];

    public DuplicatePanel Alike { get; private set; } = DuplicatePanel.None;

    /// <summary>Both, field by field.</summary>
    public IReadOnlyList<SideBySide> Sides { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number, string? q, int? into, CancellationToken cancellationToken)
    {
        Search = Typed(q);
        return await LoadAsync(number, into, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(
        [FromRoute] int number,
        [FromForm] int version,
        [FromForm] int into,
        [FromForm] int intoVersion,
        [FromForm] string? reason,
        [FromForm] bool confirmed,
        CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var result = await desk.MergeAsync(
            Person, number, version, into, intoVersion, Typed(reason), confirmed, cancellationToken);
        if (result.Outcome == EntryOutcome.Done)
        {
            return Redirect($"/desk/incidents/{number}?after=merged");
        }
        db.ChangeTracker.Clear();
        Reason = reason;
        if (result.Outcome == EntryOutcome.NotFound || !await LoadAsync(number, into, cancellationToken))
        {
            return NotFound();
        }
        if (result.Outcome == EntryOutcome.NotAllowed)
        {
            return Forbidden();
        }
        (Problems, IsStale) = (result.Problems, result.Outcome == EntryOutcome.Stale);
        Response.StatusCode = IsStale ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> LoadAsync(int number, int? into, CancellationToken cancellationToken)
    {
        if (await press.FindAsync(number, cancellationToken) is not { Status: EditorialStatus.Published } incident)
        {
            return false;
        }
        Incident = incident;
        if (into is { } key && key != number
            && await press.FindAsync(key, cancellationToken) is { Status: EditorialStatus.Published } other)
        {
            Other = other;
            Leaks = PlaceLeak.Of(
                incident,
                other,
                await press.ExactAsync(Person, incident, cancellationToken),
                await press.ExactAsync(Person, other, cancellationToken));
            await CompareAsync(other, cancellationToken);
            return true;
        }
        if (Search is { } asked)
        {
            Found = await FindAsync(asked, number, cancellationToken);
        }
        var list = await finder.FindAsync(EntryForms.Of(incident), number, cancellationToken);
        Alike = await DuplicatePanel.OfAsync(list, [], lines, cancellationToken);
        return true;
    }

    private async Task<IReadOnlyList<(int Number, string Title)>> FindAsync(
        string asked, int except, CancellationToken cancellationToken)
    {
        var isNumber = int.TryParse(asked.TrimStart('#'), CultureInfo.InvariantCulture, out var number);
        var pattern = $"%{asked.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal)}%";
        var found = await db.Incidents.AsNoTracking()
            .Where(one => one.Status == EditorialStatus.Published && one.Number != except
                && (isNumber ? one.Number == number : EF.Functions.Like(one.Title, pattern, "\\")))
            .OrderByDescending(one => one.StartsOn)
            .Take(Most)
            .Select(one => new { one.Number, one.Title })
            .ToListAsync(cancellationToken);
        return [.. found.Select(one => (one.Number, one.Title))];
    }

    private async Task CompareAsync(Incident other, CancellationToken cancellationToken)
    {
        var words = new FormWords(
            text, new EntryNames(store.Current.Reference, await lookups.CurrentAsync(db, cancellationToken)));
        var (mine, theirs) = (EntryForms.Of(Incident), EntryForms.Of(other));
        Sides =
        [
            .. EntryFields.All.Where(field => (field.Text(mine) ?? field.Text(theirs)) is not null)
                .Select(field => new SideBySide(
                    words.NameOf(field.Name),
                    string.Join('\n', words.Lines(field.Name, mine)),
                    string.Join('\n', words.Lines(field.Name, theirs)))),
        ];
    }
}

/// <summary>One field of two incidents, in words.</summary>
public sealed record SideBySide(string Field, string This, string Other)
{
    public bool Differs => This != Other;
}
