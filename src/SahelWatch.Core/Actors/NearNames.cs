using SahelWatch.Querying;

namespace SahelWatch.Actors;

/// <summary>Finds actors by what people call them: slug, name, acronym or alias, accents and case aside.</summary>
public static class NearNames
{
    /// <summary>Actors with all the words of a search in their names.</summary>
    public static IEnumerable<Actor> Matching(IEnumerable<Actor> actors, string search)
    {
        var words = TextFold.Words(search);
        return actors.Where(actor =>
            TextFold.Fold(string.Join('\n', Names(actor))) is var names
            && Array.TrueForAll(words, word => names.Contains(word, StringComparison.Ordinal)));
    }

    /// <summary>
    /// The best of the actors with all the words of a search in their names: those called so, then those with a name
    /// that begins so, then the others; each in the order of their names.
    /// </summary>
    public static IReadOnlyList<Actor> Best(IEnumerable<Actor> actors, string search, int most)
    {
        var asked = TextFold.Fold(search.Trim());
        return
        [
            .. Matching(actors, search)
                .OrderBy(actor => Names(actor).Select(TextFold.Fold).Min(name =>
                    name == asked ? 0 : name.StartsWith(asked, StringComparison.Ordinal) ? 1 : 2))
                .ThenBy(actor => actor.Name, StringComparer.Ordinal)
                .Take(most),
        ];
    }

    /// <summary>
    /// The actors whose names come nearest to a text that names none, at most <paramref name="most"/>: those that hold
    /// it or are held by it, then those within a third of its letters by edit distance.
    /// </summary>
    public static IReadOnlyList<Actor> Near(IEnumerable<Actor> actors, string text, int most)
    {
        var asked = Plain(text);
        return
        [
            .. actors.Select(actor => (actor, distance: Names(actor).Min(name => Distance(asked, Plain(name)))))
                .Where(pair => pair.distance <= Math.Max(1, asked.Length / 3))
                .OrderBy(pair => pair.distance).ThenBy(pair => pair.actor.Slug, StringComparer.Ordinal)
                .Take(most)
                .Select(pair => pair.actor),
        ];
    }

    private static IEnumerable<string> Names(Actor actor) =>
        actor.Aliases.Select(alias => alias.Name).Prepend(actor.Acronym ?? "").Prepend(actor.Name).Prepend(actor.Slug)
            .Where(name => name.Length > 0);

    private static string Plain(string text) => string.Concat(TextFold.Fold(text).Where(char.IsLetterOrDigit));

    private static int Distance(string a, string b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        if (shorter >= 3 && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal)))
        {
            return a.Length == b.Length ? 0 : 1;
        }
        var last = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var next = new int[b.Length + 1];
            next[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                next[j] = Math.Min(
                    Math.Min(next[j - 1], last[j]) + 1,
                    last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }
            last = next;
        }
        return last[b.Length];
    }
}
