using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SahelWatch.Accounts;
using SahelWatch.Editing.Archiving;
using SahelWatch.Hosting;

namespace SahelWatch.Pages.Desk.Records;

/// <summary>
/// One copy of a source's page, for editors alone: the words are their author's. They are shown as text, never as the
/// markup they came from.
/// </summary>
[Authorize(Policy = Policies.Editing)]
public sealed class CopyModel(Text text, SourceArchiver archiver) : RecordPage(text)
{
    public KeptCopy Copy { get; private set; } = null!;

    /// <summary>Null where the page had none, as a picture.</summary>
    public string? Words { get; private set; }

    public async Task<IActionResult> OnGetAsync(int copy, CancellationToken cancellationToken)
    {
        if (await archiver.FindAsync(Slug, copy, cancellationToken) is not var (found, words))
        {
            return NotFound();
        }
        (Copy, Words) = (found, words);
        return Page();
    }
}
