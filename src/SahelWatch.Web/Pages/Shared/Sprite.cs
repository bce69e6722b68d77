using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SahelWatch.Pages.Shared;

internal static class Sprite
{
    public static void Draw(TagHelperOutput output, string sprite, string symbol, string classes)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        foreach (var name in classes.Split(' '))
        {
            output.AddClass(name, HtmlEncoder.Default);
        }
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<use href=\"{sprite}#{HtmlEncoder.Default.Encode(symbol)}\"></use>");
    }
}
