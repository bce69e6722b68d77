using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace SahelWatch.Pages.Desk.Entries;

/// <summary>Further addresses of the desk's pages.</summary>
public static class EntryRoutes
{
    /// <summary>A new entry is the same page as a kept one, without a number.</summary>
    public static void AddNewEntry(this PageConventionCollection pages) =>
        pages.AddPageRoute("/Desk/Entries/Edit", "/desk/entries/new");
}
