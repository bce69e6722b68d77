using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SahelWatch.Incidents;

namespace SahelWatch.Pages.Shared;

/// <summary>
/// Draws <c>&lt;type-mark type="Battles" /&gt;</c>: the shape and colour of an event type. It is hidden from
/// assistive technology, so the type's name must stand beside it.
/// </summary>
[HtmlTargetElement("type-mark", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TypeMarkTagHelper(IUrlHelperFactory urls) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public required EventType Type { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Sprite.Draw(
            output, urls.GetUrlHelper(ViewContext).Content("~/marks.svg"), Code.Of(Type), $"mark type-{Code.Of(Type)}");
}
