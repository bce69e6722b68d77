using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SahelWatch.Pages.Shared;

/// <summary>
/// Draws <c>&lt;icon name="search" /&gt;</c> from the sprite <c>icons.svg</c>, hidden from assistive technology.
/// </summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(IUrlHelperFactory urls) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Sprite.Draw(output, urls.GetUrlHelper(ViewContext).Content("~/icons.svg"), Name, "icon");
}
