namespace SahelWatch.Querying;

/// <summary>
/// Records found by what they are called: any of their names, accents and case aside. Those whose name is what was
/// asked come first, then names that begin with it, then names with words that begin with its words, then names that
/// hold its words anywhere; in each of these the most used first, and new ones last. A table never changes;
/// <see cref="With"/> makes the next one.
/// </summary>
public sealed class NameTable<T> where T : class
{
    private readonly NameEntry<T>[] _entries;
    private readonly Dictionary<string, int> _places;

    internal NameTable(NameEntry<T>[] entries, Dictionary<string, int> places) =>
        (_entries, _places) = (entries, places);

    public int Count => _entries.Length;

    /// <summary>All records, the most used first as far as they were there from the start.</summary>
    public IEnumerable<T> Records => _entries.Select(entry => entry.Record);

    public T? this[string key] => _places.TryGetValue(key, out var place) ? _entries[place].Record : null;

    /// <summary>The table with records as they now are; those it did not know come last.</summary>
    public NameTable<T> With(IReadOnlyCollection<NameEntry<T>> changed)
    {
        var fresh = changed.Where(entry => !_places.ContainsKey(entry.Key)).ToList();
        NameEntry<T>[] entries = [.. _entries, .. fresh];
        var places = fresh.Count == 0 ? _places : new Dictionary<string, int>(_places, StringComparer.Ordinal);
        foreach (var (index, entry) in fresh.Index())
        {
            places.Add(entry.Key, _entries.Length + index);
        }
        foreach (var entry in changed.Where(entry => _places.ContainsKey(entry.Key)))
        {
            entries[places[entry.Key]] = entry with { Uses = entries[places[entry.Key]].Uses };
        }
        return new NameTable<T>(entries, places);
    }

    /// <summary>The records that an entry of a name goes to: one of this key, else all of exactly this name.</summary>
    public IReadOnlyList<T> Exactly(string name)
    {
        if (this[name] is { } known)
        {
            return [known];
        }
        var line = $"\n{TextFold.Fold(name).Trim()}\n";
        return [.. _entries.Where(entry => entry.Text.Contains(line, StringComparison.Ordinal))
            .Select(entry => entry.Record)];
    }

    /// <summary>
    /// The best records for a search, at most <paramref name="most"/>; the most used for an empty one.
    /// </summary>
    public IReadOnlyList<T> Find(string? search, int most)
    {
        var words = TextFold.Words(search);
        if (words.Length == 0)
        {
            return [.. _entries.Take(most).Select(entry => entry.Record)];
        }
        var beginning = $"\n{string.Join(' ', words)}";
        var exact = $"{beginning}\n";
        var classes = new List<T>[] { [], [], [], [] };
        // Once a class has as many as are asked for, those after it are not looked for any more.
        var last = classes.Length - 1;
        foreach (var entry in _entries)
        {
            if (ClassOf(entry.Text, words, beginning, exact, last) is { } found && found <= last)
            {
                classes[found].Add(entry.Record);
                last = classes[found].Count == most ? found - 1 : last;
                if (last < 0)
                {
                    break;
                }
            }
        }
        return [.. classes.SelectMany(found => found).Take(most)];
    }

    /// <summary>
    /// Null where the text has not all words, or where the class would come after the last asked for.
    /// </summary>
    private static int? ClassOf(string text, string[] words, string beginning, string exact, int last)
    {
        if (text.Contains(last == 0 ? exact : beginning, StringComparison.Ordinal))
        {
            return text.Contains(exact, StringComparison.Ordinal) ? 0 : 1;
        }
        return last < 2 || !HasAll(text, words) ? null
            : Array.TrueForAll(words, word => BeginsWord(text, word)) ? 2 : 3;
    }

    private static bool HasAll(string text, string[] words)
    {
        foreach (var word in words)
        {
            if (!text.Contains(word, StringComparison.Ordinal))
            {
                return false;
            }
        }
        return true;
    }

    private static bool BeginsWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at > 0;
            at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (!char.IsLetterOrDigit(text[at - 1]))
            {
                return true;
            }
        }
        return false;
    }
}

/// <summary>One record of a <see cref="NameTable{T}"/>.</summary>
/// <param name="Text">Its names, folded, each between line breaks.</param>
/// <param name="Uses">How often it is referred to.</param>
public sealed record NameEntry<T>(string Key, T Record, string Text, int Uses);

/// <summary>Makes tables of names.</summary>
public static class NameTable
{
    public static NameTable<T> Of<T>(IEnumerable<NameEntry<T>> entries) where T : class
    {
        var ordered = entries.OrderByDescending(entry => entry.Uses).ThenBy(entry => entry.Text, StringComparer.Ordinal)
            .ToArray();
        return new NameTable<T>(ordered, ordered.Index()
            .ToDictionary(pair => pair.Item.Key, pair => pair.Index, StringComparer.Ordinal));
    }

    public static NameEntry<T> Entry<T>(string key, T record, int uses, params IEnumerable<string?> names) => new(
        key,
        record,
        $"\n{string.Join('\n', names.OfType<string>().Where(name => name.Length > 0)
            .Select(name => TextFold.Fold(name.ReplaceLineEndings(" ")).Trim()))}\n",
        uses);
}
