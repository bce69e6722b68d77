namespace SahelWatch.Editing;

/// <summary>Which words of a text were taken away and which were added.</summary>
public static class WordDiff
{
    /// <summary>Texts of more words than this, multiplied, are told as replaced.</summary>
    private const int MostPairs = 1_000_000;

    /// <summary>
    /// The parts in reading order: those that stay and those removed give the words before, those that stay and those
    /// added the words after. As many words as can stay do (longest common subsequence).
    /// </summary>
    public static IReadOnlyList<TextPart> Of(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        if ((long)old.Count * now.Count > MostPairs)
        {
            return [new TextPart(before, PartKind.Removed), new TextPart(after, PartKind.Added)];
        }
        var common = CommonFrom(old, now);
        var words = new List<TextPart>();
        var (i, j) = (0, 0);
        while (i < old.Count || j < now.Count)
        {
            if (i < old.Count && j < now.Count && IsSame(old[i], now[j]))
            {
                words.Add(new TextPart(old[i].Length > now[j].Length ? old[i] : now[j], PartKind.Same));
                i++;
                j++;
            }
            else if (j == now.Count || (i < old.Count && common[i + 1, j] >= common[i, j + 1]))
            {
                words.Add(new TextPart(old[i++], PartKind.Removed));
            }
            else
            {
                words.Add(new TextPart(now[j++], PartKind.Added));
            }
        }
        return Joined(words);
    }

    private static bool IsSame(string one, string other) => one.AsSpan().TrimEnd().SequenceEqual(other.AsSpan().TrimEnd());

    /// <summary>How many words of the ends of both texts, from each pair of places, can stay.</summary>
    private static int[,] CommonFrom(List<string> old, List<string> now)
    {
        var common = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
            {
                common[i, j] = IsSame(old[i], now[j])
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }
        return common;
    }

    /// <summary>Neighbours of one kind as one part; of a run of changes what was removed comes first.</summary>
    private static List<TextPart> Joined(List<TextPart> words)
    {
        var parts = new List<TextPart>();
        for (var next = 0; next < words.Count;)
        {
            var end = next;
            var isSame = words[next].Kind == PartKind.Same;
            while (end < words.Count && (words[end].Kind == PartKind.Same) == isSame)
            {
                end++;
            }
            foreach (var kind in Enum.GetValues<PartKind>())
            {
                var text = string.Concat(
                    words[next..end].Where(word => word.Kind == kind).Select(word => word.Text));
                if (text.Length > 0)
                {
                    parts.Add(new TextPart(text, kind));
                }
            }
            next = end;
        }
        return parts;
    }

    /// <summary>Words, each with the spaces after it.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var place = 1; place < text.Length; place++)
        {
            if (char.IsWhiteSpace(text[place - 1]) && !char.IsWhiteSpace(text[place]))
            {
                words.Add(text[start..place]);
                start = place;
            }
        }
        if (start < text.Length)
        {
            words.Add(text[start..]);
        }
        return words;
    }
}

/// <summary>A run of words of one kind, with its spaces.</summary>
public readonly record struct TextPart(string Text, PartKind Kind);

public enum PartKind
{
    Same,
    Removed,
    Added,
}
