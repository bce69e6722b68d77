using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SahelWatch.Data;
using SahelWatch.Editing;

namespace SahelWatch.Tests.Support;

/// <summary>Requests and forms for tests of the desk.</summary>
internal static class DeskFixture
{
    /// <summary>What a request to the desk gives, each in a context of its own as a request has.</summary>
    public static async Task<T> AtDeskAsync<T>(this Site site, Func<EntryDesk, Task<T>> request)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await request(scope.ServiceProvider.GetRequiredService<EntryDesk>());
    }

    public static async Task<T> InDatabaseAsync<T>(this Site site, Func<SahelWatchDbContext, Task<T>> question)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>());
    }

    /// <summary>A form without problems: an attack of 2026 near Djibo, cited to a new source.</summary>
    public static EntryForm Form(string title = "Synthetic attack near Djibo") => new()
    {
        Title = title,
        Summary = "Synthetic: gunmen on motorcycles attacked a village.",
        StartsOn = "2026-10-20",
        DatePrecision = "day",
        SubType = "attack",
        Tactics = ["village-raid"],
        Targets = ["civilians"],
        PlaceName = "Synthetic village",
        Country = "BFA",
        Latitude = "14.1",
        Longitude = "-1.63",
        GeoPrecision = "near",
        Parties = [new EntryParty { Actor = "jnim", Role = "perpetrator", Attribution = "suspected" }],
        DeathsLow = "3",
        DeathsBest = "4",
        DeathsHigh = "6",
        Citations =
        [
            new EntryCitation
            {
                Url = "https://news.example.org/djibo",
                Publisher = "Synthetic News",
                Title = "Attack near Djibo",
                PublishedOn = "2026-10-21",
                Language = "fr",
                Kind = "traditional-media",
                Reading = "full-text",
                Reliability = "C",
                Credibility = "3",
                Supports = ["event", "place"],
            },
        ],
    };
}
