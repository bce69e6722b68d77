using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Incidents;

namespace SahelWatch.Pages.Desk;

/// <summary>What a person of the desk has to do.</summary>
[Authorize(Policy = Policies.Desk)]
public sealed class IndexModel(DeskQueue queue, IncidentStore store, TimeProvider time) : DeskPage
{
    public override IReadOnlyCollection<string> Keys => ["after", "region", "page"];

    public IReadOnlyList<OwnEntry> Own { get; private set; } = [];

    public IReadOnlyList<Mention> Mentions { get; private set; } = [];

    /// <summary>Entries in review by region, the most first.</summary>
    public IReadOnlyList<RegionWaiting> Waiting { get; private set; } = [];

    public IReadOnlyList<WaitingEntry> Queue { get; private set; } = [];

    public IReadOnlyList<RegionWeeks> Published { get; private set; } = [];

    /// <summary>Region that the queue is limited to; <c>none</c> for entries without one.</summary>
    public string? Region { get; private set; }

    public int QueuePage { get; private set; } = 1;

    public int QueueTotal { get; private set; }

    public int QueuePages => Math.Max(1, (QueueTotal + DeskQueue.PageSize - 1) / DeskQueue.PageSize);

    public IEnumerable<OwnEntry> Returned => Own.Where(one => one.IsReturned);

    public IEnumerable<OwnEntry> Drafts =>
        Own.Where(one => !one.IsReturned && one.Entry.Status == EditorialStatus.Draft);

    public IEnumerable<OwnEntry> Submitted => Own.Where(one => one.Entry.Status == EditorialStatus.InReview);

    public IEnumerable<OwnEntry> Discarded => Own.Where(one => one.Entry.Status == EditorialStatus.Discarded);

    public async Task OnGetAsync(string? region, CancellationToken cancellationToken)
    {
        Mentions = await queue.MentionsAsync(Person, cancellationToken);
        if (Person.Is(Role.Editor))
        {
            Own = await queue.OwnAsync(Person, cancellationToken);
        }
        if (Person.Is(Role.Reviewer) || Person.Is(Role.Manager))
        {
            Waiting = [.. (await queue.WaitingAsync(cancellationToken)).OrderByDescending(one => one.Count)];
        }
        if (Person.Is(Role.Reviewer))
        {
            Region = string.IsNullOrEmpty(region) ? null : region;
            var asked = Region == "none" ? "" : Region;
            QueueTotal = Waiting.Where(one => asked is null || (one.Region ?? "") == asked).Sum(one => one.Count);
            QueuePage = int.TryParse(Request.Query["page"], CultureInfo.InvariantCulture, out var page)
                ? Math.Clamp(page, 1, QueuePages)
                : 1;
            Queue = await queue.ListAsync(asked, QueuePage, cancellationToken);
        }
        if (Person.Is(Role.Manager))
        {
            Published =
            [
                .. (await queue.PublishedAsync(cancellationToken)).Where(one => Person.Covers(one.Region))
                    .OrderByDescending(one => one.Weeks.Sum()),
            ];
        }
    }

    /// <summary>What a manager sees of the queue: their regions.</summary>
    public IEnumerable<RegionWaiting> Managed => Waiting.Where(one => Person.Covers(one.Region));

    public string NameOf(string? region, string unknown) => region is null
        ? unknown
        : store.Current.Reference.Region(region)?.NameIn(CultureInfo.CurrentUICulture) ?? region;

    /// <summary>Full days since then.</summary>
    public int DaysSince(DateTime? at) => at is { } then ? (int)(time.GetUtcNow().UtcDateTime - then).TotalDays : 0;

    public string QueueLink(string? region, int page) =>
        $"/desk?{(region is null ? "" : $"region={Uri.EscapeDataString(region)}&")}page={page}#queue";
}
