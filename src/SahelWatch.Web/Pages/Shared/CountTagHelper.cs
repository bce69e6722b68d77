using Microsoft.AspNetCore.Razor.TagHelpers;
using SahelWatch.Hosting;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Shared;

/// <summary>
/// Draws <c>&lt;incident-count of="counted" /&gt;</c>: a number that links to the list of exactly its incidents.
/// </summary>
[HtmlTargetElement("incident-count", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CountTagHelper : TagHelper
{
    public Counted Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetContent(Of.Count.ToString("N0", System.Globalization.CultureInfo.CurrentCulture));
        if (Of is { Count: > 0, Filter: { } filter })
        {
            output.TagName = "a";
            output.Attributes.SetAttribute("href", ViewRequest.Link("/incidents", filter));
        }
        else if (Of.Count == 0)
        {
            output.TagName = "span";
            output.Attributes.SetAttribute("class", "soft");
        }
        else
        {
            output.TagName = null;
        }
    }
}
