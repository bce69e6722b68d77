using Microsoft.AspNetCore.Mvc.RazorPages;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Hosting;

namespace SahelWatch.Pages.Desk.Records;

/// <summary>A page of the desk about records of one kind, which its address names.</summary>
public abstract class RecordPage(Text text) : PageModel
{
    protected Text Text { get; } = text;

    public RecordKind Kind => RecordSection.KindOf((string)RouteData.Values["section"]!);

    public string Section => RecordSection.Names[Kind];

    public string Slug => (string?)RouteData.Values["slug"] ?? "";

    public Person Person => User.Person()!;

    /// <summary>The kind in words, in the plural.</summary>
    public string KindTitle => Text[$"Records.Section.{Section}"];

    public string Label(string field) => Text[$"Records.Field.{field}"];

    public override void OnPageHandlerExecuting(
        Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context) =>
        Response.Headers.CacheControl = "no-store";
}
