using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Editing.Archiving;
using SahelWatch.Hosting;

namespace SahelWatch.Pages.Desk.Records;

/// <summary>The copies kept of a source's page; another is kept where the installation does that.</summary>
[Authorize(Policy = Policies.Editing)]
public sealed class CopiesModel(Text text, RecordDesk desk, SourceArchiver archiver) : RecordPage(text)
{
    public RecordState State { get; private set; } = null!;

    public string Title => RecordSection.TitleOf(Kind, Slug, State.Texts);

    public IReadOnlyList<KeptCopy> Copies { get; private set; } = [];

    /// <summary>Why the page could not be kept.</summary>
    public Problem? Problem { get; private set; }

    public bool MayKeep => archiver.IsOn && State.Texts["url"] is not null;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!archiver.IsOn)
        {
            return NotFound();
        }
        Problem = await archiver.ArchiveAsync(Person, Slug, cancellationToken);
        if (Problem is null)
        {
            return Redirect(RecordSection.CopiesOf(Slug));
        }
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(Kind, Slug, cancellationToken) is not { } state)
        {
            return NotFound();
        }
        (State, Copies) = (state, await archiver.OfAsync(Slug, cancellationToken));
        return Page();
    }
}
