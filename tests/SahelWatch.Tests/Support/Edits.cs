using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Hosting;
using SahelWatch.Incidents;

namespace SahelWatch.Tests.Support;

/// <summary>Changes of published incidents as the desk makes them, each a revision that the site takes over.</summary>
internal static class Edits
{
    /// <summary>Changes one incident in the database.</summary>
    public static async Task EditAsync(
        this Site site,
        int number,
        RevisionKind kind,
        string reason,
        Action<Incident> change,
        Person? author = null,
        Person? reviewer = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SahelWatchDbContext>();
        var press = scope.ServiceProvider.GetRequiredService<IncidentPress>();
        var incident = (await press.FindAsync(number, TestContext.Current.CancellationToken))!;
        var before = IncidentFields.Of(incident);
        change(incident);
        press.Revise(incident, kind, before, null, null, author ?? new Person(0, "Awa Synthetic", [], []), reviewer,
            Site.Now.AddMinutes(incident.Version), reason);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<IncidentStore>()
            .CatchUpAsync(db, TestContext.Current.CancellationToken);
    }

    public static Task WithdrawAsync(this Site site, int number, string reason, int? into = null) => site.EditAsync(
        number, RevisionKind.Withdrawn, reason, incident =>
        {
            incident.Status = EditorialStatus.Withdrawn;
            incident.MergedIntoId = into;
        });

    /// <summary>Enters an incident, or corrects one, and publishes it; gives its number.</summary>
    public static async Task<int> PublishAsync(
        this Site site, Person author, Person reviewer, EntryForm form, int? number = null, string? reason = null)
    {
        var stop = TestContext.Current.CancellationToken;
        var entry = number is { } known
            ? (await site.AtDeskAsync(desk => desk.CorrectAsync(author, known, null, stop))).Entry!
            : (await site.AtDeskAsync(desk => desk.BeginAsync(author, form, reason, null, stop))).Entry!;
        if (number is not null)
        {
            entry = (await site.AtDeskAsync(desk =>
                desk.SaveAsync(author, entry.Id, entry.Version, form, reason, false, null, stop))).Entry!;
        }
        foreach (var (person, step) in new[] { (author, EntryStep.Submit), (reviewer, EntryStep.Publish) })
        {
            var result = await site.AtDeskAsync(desk =>
                desk.StepAsync(person, entry.Id, entry.Version, step, null, [], stop));
            Assert.Equal((EntryOutcome.Done, ""), (result.Outcome, string.Join("; ", result.Problems)));
            entry = result.Entry!;
            number = result.Number ?? number;
        }
        return number!.Value;
    }
}
