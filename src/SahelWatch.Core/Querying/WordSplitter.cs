using System.Text;

namespace SahelWatch.Querying;

/// <summary>
/// Cuts texts into folded words (<see cref="TextFold"/>) at white space, so that a sought word, which holds none, is in
/// the text exactly when it is in one of its words. What stands between two spaces is folded once, however often it
/// comes: white space is folded by itself, so that this is the same as folding the whole text.
/// </summary>
internal sealed class WordSplitter(Vocabulary vocabulary)
{
    /// <summary>All that stood between spaces, as it was written.</summary>
    private readonly Vocabulary _tokens = new();

    /// <summary>Of each token its word; or the complement of its place in <see cref="_several"/>.</summary>
    private readonly List<int> _words = [];

    /// <summary>Words of tokens that other white space parts, such as that before a French colon.</summary>
    private readonly List<int[]> _several = [];

    private byte[] _encoded = [];

    /// <summary>Adds the numbers of a text's words, repeated ones too.</summary>
    public void Split(string? text, List<int> words)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _encoded.Length)
        {
            _encoded = new byte[most * 2];
        }
        Split(_encoded.AsSpan(0, Encoding.UTF8.GetBytes(text, _encoded)), words);
    }

    /// <summary>The same for UTF-8.</summary>
    public void Split(ReadOnlySpan<byte> text, List<int> words)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (IsSpace(text[at]))
            {
                Add(text[start..at], words);
                start = at + 1;
            }
        }
        Add(text[start..], words);
    }

    private void Add(ReadOnlySpan<byte> token, List<int> words)
    {
        if (token.Length == 0)
        {
            return;
        }
        var number = _tokens.NumberOf(token);
        if (number == _words.Count)
        {
            _words.Add(WordOf(token));
        }
        if (_words[number] is >= 0 and var word)
        {
            words.Add(word);
        }
        else
        {
            words.AddRange(_several[~_words[number]]);
        }
    }

    private int WordOf(ReadOnlySpan<byte> token)
    {
        var words = Array.ConvertAll(
            TextFold.Words(Encoding.UTF8.GetString(token)), word => vocabulary.NumberOf(Encoding.UTF8.GetBytes(word)));
        if (words.Length == 1)
        {
            return words[0];
        }
        _several.Add(words);
        return ~(_several.Count - 1);
    }

    /// <summary>Other control characters are letters that cannot be shown.</summary>
    private static bool IsSpace(byte letter) =>
        letter <= ' ' && letter is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';
}
