using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Accounts;
using SahelWatch.Actors;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;
using static System.Globalization.CultureInfo;

namespace SahelWatch.Pages.Desk.Records;

/// <summary>The records of a kind, by search.</summary>
[Authorize(Policy = Policies.Editing)]
public sealed class IndexModel(Text text, SahelWatchDbContext db, IncidentStore store, Lookups lookups)
    : RecordPage(text), IReadsKeys
{
    public const int Most = 50;

    public IReadOnlyCollection<string> Keys => ["q"];

    public string Search { get; private set; } = "";

    /// <summary>The best of those found, at most <see cref="Most"/>.</summary>
    public IReadOnlyList<RecordLine> Lines { get; private set; } = [];

    /// <summary>How many records of the kind there are.</summary>
    public int Count { get; private set; }

    public async Task OnGetAsync(string? q, CancellationToken cancellationToken)
    {
        Search = q?.Trim() ?? "";
        var reference = store.Current.Reference;
        switch (Kind)
        {
            case RecordKind.Actor:
                var merged = await db.Actors.AsNoTracking().Include(actor => actor.Aliases)
                    .Include(actor => actor.MergedInto).Where(actor => actor.MergedIntoId != null)
                    .OrderBy(actor => actor.Name).ToListAsync(cancellationToken);
                Count = reference.Actors.Count + merged.Count;
                Lines =
                [
                    .. NearNames.Matching(reference.Actors.Concat(merged), Search).Select(actor => LineOf(actor))
                        .OrderBy(line => line.Title, StringComparer.CurrentCulture),
                ];
                break;
            case RecordKind.Relation:
                Count = reference.Relations.Count;
                Lines = [.. reference.Relations.Select(LineOf).Where(IsFound)];
                break;
            case RecordKind.PoliticalEvent:
                Count = reference.PoliticalEvents.Count;
                Lines =
                [
                    .. reference.PoliticalEvents.Reverse().Select(one => new RecordLine(
                        one.Slug,
                        one.Title,
                        $"{Text.Dates().Write(one.StartsOn, one.EndsOn, one.DatePrecision)} · {Text.Of(one.Kind)}"
                        + $" · {CountryNames.Of(reference, one.CountryCode)}",
                        "en"))
                        .Where(IsFound),
                ];
                break;
            default:
                var tables = await lookups.CurrentAsync(db, cancellationToken);
                Count = Kind == RecordKind.Place ? tables.Places.Count : tables.Sources.Count;
                Lines = Kind == RecordKind.Place
                    ? [.. tables.Places.Find(Search, Most).Select(place => LineOf(place, reference))]
                    : [.. tables.Sources.Find(Search, Most).Select(LineOf)];
                break;
        }
        Lines = [.. Lines.Take(Most)];
    }

    private RecordLine LineOf(Actor actor) => new(
        actor.Slug,
        actor.NameIn(CurrentUICulture),
        actor.MergedInto is { } into
            ? Text["Records.MergedInto", into.NameIn(CurrentUICulture)]
            : string.Join(" · ", new[] { actor.Acronym, Text.Of(actor.Kind) }.OfType<string>()));

    private RecordLine LineOf(ActorRelation relation) => new(
        relation.Slug,
        $"{relation.From.ShortNameIn(CurrentUICulture)} – {Text.Of(relation.Kind)} – "
        + relation.To.ShortNameIn(CurrentUICulture),
        relation.Statement);

    private RecordLine LineOf(PlaceNote place, Reference reference) => new(
        place.Slug,
        place.Name,
        string.Join(" · ", new[]
        {
            Text.Of(place.Kind),
            place.Region is { } region ? reference.Region(region)?.NameIn(CurrentUICulture) : null,
            place.Country is { } country ? CountryNames.Of(reference, country) : null,
            place.Spellings.Count == 0 ? null : string.Join(", ", place.Spellings),
        }.OfType<string>()));

    private static RecordLine LineOf(SourceNote source) => new(
        source.Slug,
        source.Title ?? source.Url ?? source.Slug,
        string.Join(" · ", new[] { source.Publisher, source.PublishedOn, $"{source.Reliability}", source.Slug }
            .OfType<string>()),
        source.Language);

    private bool IsFound(RecordLine line) =>
        TextFold.Fold($"{line.Slug}\n{line.Title}\n{line.Detail}") is var folded
        && Array.TrueForAll(TextFold.Words(Search), word => folded.Contains(word, StringComparison.Ordinal));
}

/// <summary>One record of a list.</summary>
/// <param name="Language">Of the title; null where that is a name.</param>
public sealed record RecordLine(string Slug, string Title, string Detail, string? Language = null);
