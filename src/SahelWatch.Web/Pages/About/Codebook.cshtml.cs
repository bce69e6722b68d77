using Microsoft.AspNetCore.Mvc.RazorPages;
using SahelWatch.Hosting;

namespace SahelWatch.Pages.About;

/// <summary>Every code with its name, meaning and use.</summary>
public sealed class CodebookModel(Text text) : PageModel
{
    public IReadOnlyList<CodeList> Lists { get; private set; } = [];

    public void OnGet()
    {
        var view = ViewRequest.Read(HttpContext);
        Lists = Codebook.Lists(text, view.Index, view.Today);
    }
}
