using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Actors;
using SahelWatch.Data;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Shared;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Collections;

/// <summary>What rests on one document: its incidents, political events, actors, relations and footnotes.</summary>
public sealed class IndexModel(SahelWatchDbContext db, IncidentStore store, IncidentLines lines) : PageModel
{
    public Collection Collection { get; private set; } = null!;

    /// <summary>The filter that selects the collection's incidents.</summary>
    public IncidentFilter Filter { get; private set; } = IncidentFilter.Everything;

    public IReadOnlyList<IncidentLine> Incidents { get; private set; } = [];

    public IReadOnlyList<Listed<PoliticalEvent>> PoliticalEvents { get; private set; } = [];

    public IReadOnlyList<Listed<Actor>> Actors { get; private set; } = [];

    public IReadOnlyList<Listed<ActorRelation>> Relations { get; private set; } = [];

    /// <summary>The works of each footnote, by its number.</summary>
    public IReadOnlyList<IGrouping<int, Source>> Footnotes { get; private set; } = [];

    /// <summary>Sources that were read in place of a cited work, by the work they repeat.</summary>
    public ILookup<int, Source> Copies { get; private set; } = null!;

    private ILookup<int, FootnoteUse> _uses = null!;

    /// <summary>Where the records that cite a footnote are told.</summary>
    public IEnumerable<FootnoteUse> UsesOf(int footnote) => _uses[footnote];

    public CollectionItem ItemOf(IncidentLine line) =>
        Collection.Items.First(item => item.Kind == CollectionItemKind.Incident && item.Key == $"{line.Number}");

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await db.Collections.AsNoTracking()
            .Include(collection => collection.Source)
            .Include(collection => collection.Items)
            .Include(collection => collection.Footnotes).ThenInclude(note => note.Source)
            .SingleOrDefaultAsync(collection => collection.Slug == slug, cancellationToken);
        if (found is null)
        {
            return NotFound();
        }
        Collection = found;
        Filter = new IncidentFilter { Collections = [slug], Descending = false };
        var index = store.Current;
        var rows = index.Select(Filter, DateOnly.MaxValue);
        Incidents = await lines.LoadAsync(index, rows, cancellationToken);
        PoliticalEvents = Listed(
            CollectionItemKind.PoliticalEvent, index.Reference.PoliticalEvents, happening => happening.Slug);
        Actors = Listed(CollectionItemKind.Actor, index.Reference.Actors, actor => actor.Slug);
        Relations = Listed(CollectionItemKind.ActorRelation, index.Reference.Relations, relation => relation.Slug);
        Footnotes = [.. found.Footnotes.GroupBy(note => note.Number, note => note.Source).OrderBy(group => group.Key)];
        var cited = found.Footnotes.Select(note => note.SourceId).ToHashSet();
        Copies = (await db.Sources.AsNoTracking().Where(source => source.DerivedFromId != null)
            .ToListAsync(cancellationToken)).Where(source => cited.Contains(source.DerivedFromId!.Value))
            .ToLookup(source => source.DerivedFromId!.Value);
        _uses = Uses().ToLookup(use => use.Footnote);
        return Page();
    }

    private List<Listed<T>> Listed<T>(CollectionItemKind kind, IEnumerable<T> records, Func<T, string> key)
    {
        var items = Collection.Items.Where(item => item.Kind == kind).ToDictionary(item => item.Key);
        return [.. records.Where(record => items.ContainsKey(key(record)))
            .Select(record => new Listed<T>(record, items[key(record)]))];
    }

    private IEnumerable<FootnoteUse> Uses()
    {
        foreach (var line in Incidents)
        {
            foreach (var note in ItemOf(line).Footnotes)
            {
                yield return new FootnoteUse(note, line.Title, line.Link);
            }
        }
        foreach (var (happening, item) in PoliticalEvents)
        {
            foreach (var note in item.Footnotes)
            {
                yield return new FootnoteUse(note, happening.Title, $"#{happening.Slug}");
            }
        }
        foreach (var (actor, item) in Actors)
        {
            foreach (var note in item.Footnotes)
            {
                yield return new FootnoteUse(note, actor.NameIn(CultureInfo.CurrentUICulture), $"/actors/{actor.Slug}");
            }
        }
        foreach (var (relation, item) in Relations)
        {
            foreach (var note in item.Footnotes)
            {
                yield return new FootnoteUse(note, relation.Statement, $"#{relation.Slug}");
            }
        }
    }
}

/// <summary>A record and what the collection says of it.</summary>
public sealed record Listed<T>(T Record, CollectionItem Item);

/// <summary>A record that rests on a footnote.</summary>
public sealed record FootnoteUse(int Footnote, string Name, string Link);
