using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SahelWatch.Accounts;
using SahelWatch.Editing;
using SahelWatch.Exporting;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Incidents;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Changes;

/// <summary>What changed, for those who keep a copy and for feed readers.</summary>
public static class ChangesEndpoints
{
    public static IServiceCollection AddChanges(this IServiceCollection services) => services
        .AddSingleton<EmbeddedLoads>()
        .AddSingleton<WithheldPlaces>()
        .AddScoped<RevisionReader>()
        .AddScoped<ChangeReader>();

    public static void MapChanges(this IEndpointRouteBuilder app)
    {
        app.MapRead("/api/v1/changes", List)
            .TakesNoFilter(
                new QueryKey("since", "Only changes after this: a cursor of an earlier answer, or a time in UTC such as "
                    + "2026-11-01 or 2026-11-01T12:00:00Z"),
                new QueryKey("before", "Only changes before this cursor, for the next page of the newest"),
                QueryKey.Of<RevisionKind>("change", "Only changes of this kind"),
                new QueryKey("incident", "Only changes of the incident with this number"),
                QueryKey.Of<ChangeOrder>("order", "Newest or oldest first; the newest where absent"),
                new QueryKey("size", $"Changes a page, 1 to {ChangeQuery.LargestSize}"))
            .WithTags("Changes")
            .WithSummary("Incidents added, corrected, withdrawn and reinstated, and corrected records.");
        app.MapRead("/changes.atom", Feed).IsFile("application/atom+xml")
            .TakesNoFilter(QueryKey.Of<RevisionKind>("change", "Only changes of this kind"))
            .WithSummary("The newest changes as a feed.");
    }

    private static async Task<Results<Ok<ChangeListAnswer>, Refusal>> List(
        HttpContext context,
        ChangeReader changes,
        IncidentRecords records,
        Text text,
        CancellationToken cancellationToken)
    {
        var view = ViewRequest.ReadPlain(context, ChangeQuery.ApiKeys);
        var query = ChangeQuery.Read(view);
        if (query is { IsOldestFirst: true, Before: { } before })
        {
            view.Report(new Problem("before", ChangeQuery.Cursor(before), "NotWithOldest"));
        }
        var reader = context.User.Person();
        if (Refusal.Of(context, view, text, query, Sight(reader)) is { } refusal)
        {
            return refusal;
        }
        var page = await changes.ListAsync(query, reader, cancellationToken);
        var current = await CurrentAsync(page, view.Index, records, context, cancellationToken);
        return TypedResults.Ok(new ChangeListAnswer(
            page.Total,
            ChangeQuery.Cursor(page.Latest),
            page.HasMore ? NextLink(query, page.Last!.Value, view) : null,
            text["Incidents.Export.Licence"],
            [.. page.Items.Select(change => Answer(change, current, context))]));
    }

    private static async Task<Results<FileContentHttpResult, Refusal>> Feed(
        HttpContext context, ChangeReader changes, Text text, CancellationToken cancellationToken)
    {
        var view = ViewRequest.ReadPlain(context, "change");
        var query = ChangeQuery.Read(view);
        var reader = context.User.Person();
        if (Refusal.Of(context, view, text, query, Sight(reader)) is { } refusal)
        {
            return refusal;
        }
        var page = await changes.SummaryAsync(query, reader, cancellationToken);
        var words = new FieldWords(text, view.Index.Reference, page.Names);
        return TypedResults.Bytes(
            AtomFeed.Write(page, view.Index, words, text, IncidentFile.SiteUrl(context.Request)),
            "application/atom+xml; charset=utf-8");
    }

    /// <summary>What an answer depends on of its reader.</summary>
    public static string Sight(Person? reader) => reader is null
        ? ""
        : $"{string.Join(',', reader.Roles.Order())} {string.Join(',', reader.Regions.Order(StringComparer.Ordinal))}";

    private static async Task<Dictionary<int, IncidentRecord>> CurrentAsync(
        ChangePage page,
        IncidentIndex index,
        IncidentRecords records,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        List<int> rows =
        [
            .. page.Items.Select(change => change.Incident).OfType<ChangedIncident>()
                .Where(incident => incident.Status == EditorialStatus.Published)
                .Select(incident => incident.Number).Distinct()
                .Select(index.RowOf).OfType<int>(),
        ];
        return await records.StreamAsync(
                index, rows, IncidentFile.SiteUrl(context.Request), CultureInfo.CurrentUICulture, cancellationToken)
            .ToDictionaryAsync(record => record.Number, cancellationToken: cancellationToken);
    }

    private static ChangeAnswer Answer(Change change, Dictionary<int, IncidentRecord> current, HttpContext context)
    {
        var told = change.Revision;
        return new ChangeAnswer(
            ChangeQuery.Cursor(told.Id),
            told.Kind,
            told.At,
            change.Incident?.Number,
            change.Record,
            told.Number,
            change.Incident?.Title,
            change.Incident is { } incident
                ? string.Create(CultureInfo.InvariantCulture,
                    $"{IncidentFile.SiteUrl(context.Request)}/incidents/{incident.Number}/history#revision-{told.Number}")
                : null,
            told.AuthorCode,
            told.IsReviewed,
            told.Reason,
            change.Incident?.MergedInto,
            [.. told.Changes.Select(one => new FieldAnswer(one.Field, one.Before, one.After, one.IsWithheld))],
            current.GetValueOrDefault(change.Incident?.Number ?? 0));
    }

    /// <summary>The address of the page after one that ended with <paramref name="last"/>.</summary>
    private static string NextLink(ChangeQuery query, int last, ViewRequest view)
    {
        var place = query.IsOldestFirst ? "since" : "before";
        return "/api/v1/changes?" + QueryPairs.Write(QueryPairs.Read(view.Query)
            .Where(pair => pair.Key != place)
            .Append(KeyValuePair.Create(place, ChangeQuery.Cursor(last))));
    }
}
