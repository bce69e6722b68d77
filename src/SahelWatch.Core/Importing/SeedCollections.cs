using SahelWatch.Incidents;

namespace SahelWatch.Importing;

/// <summary>One record that a collection's source may speak of.</summary>
internal sealed record Mention(CollectionItemKind Kind, string Key, MentionRow? Seed);

/// <summary>
/// Collections: their items are the records whose mention carries a relation, their footnotes the works that sources
/// say they are cited in. The rows have one such mention, so the set has one collection.
/// </summary>
internal sealed class SeedCollections(IReadOnlyDictionary<string, Source> sources, List<Problem> problems)
{
    private const string Stated = "stated-or-cited";
    private const string Context = "context";

    public List<Collection> Read(
        string file,
        Dictionary<string, CollectionRow> rows,
        Dictionary<string, SourceRow> sourceRows,
        IReadOnlyList<Mention> mentions)
    {
        var collections = new List<Collection>();
        foreach (var (slug, row) in rows)
        {
            var check = new RecordCheck(problems, file, slug);
            var collection = new Collection
            {
                Slug = slug,
                TitleEn = check.Text("title_en", row.TitleEn, Incident.TitleLength),
                TitleFr = check.Text("title_fr", row.TitleFr, Incident.TitleLength),
                NoteEn = check.Text("note_en", row.NoteEn, Incident.NoteLength),
                NoteFr = check.Text("note_fr", row.NoteFr, Incident.NoteLength),
                Source = check.Known("source", row.Source, sources)!,
            };
            foreach (var mention in mentions.Where(mention => mention.Seed?.Relation is not null))
            {
                AddItem(check, collection, mention, mention.Seed!);
            }
            collection.Footnotes.AddRange(sourceRows
                .SelectMany(source => (source.Value.Footnotes ?? []).Select(number => (number, source.Key)))
                .Order()
                .Select(footnote => new CollectionFootnote
                {
                    Number = footnote.number,
                    Source = sources[footnote.Key],
                }));
            collections.Add(collection);
        }
        return collections;
    }

    private static void AddItem(RecordCheck check, Collection collection, Mention mention, MentionRow seed)
    {
        if (seed.Relation is not (Stated or Context))
        {
            check.Add($"{Code.Of(mention.Kind)} {mention.Key}: seed.relation", seed.Relation, "KnownCode");
        }
        collection.Items.Add(new CollectionItem
        {
            Kind = mention.Kind,
            Key = mention.Key,
            IsStated = seed.Relation == Stated,
            Locator = seed.Locator,
            Footnotes = seed.Footnotes ?? [],
        });
    }
}
