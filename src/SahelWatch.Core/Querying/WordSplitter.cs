using System.Buffers;
using System.Text;

namespace SahelWatch.Querying;

/// <summary>
/// Cuts texts into folded words (<see cref="TextFold"/>) at white space, so that a sought word, which holds none, is in
/// the text exactly when it is in one of its words.
/// </summary>
internal sealed class WordSplitter(Vocabulary vocabulary)
{
    /// <summary>Bytes of texts that need no more folding than lower case.</summary>
    private static readonly SearchValues<byte> Plain =
        SearchValues.Create([.. "\t\n\r"u8, .. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (byte)code)]);

    private byte[] _folded = new byte[4096];

    public static uint Hash(ReadOnlySpan<byte> word)
    {
        var hash = Start;
        foreach (var letter in word)
        {
            hash = Step(hash, letter);
        }
        return Finish(hash);
    }

    /// <summary>Adds the numbers of a text's words, repeated ones too.</summary>
    public void Split(string? text, List<int> words)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }
        Room(Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, _folded);
        Split(length, text, words);
    }

    /// <summary>The same for UTF-8.</summary>
    public void Split(ReadOnlySpan<byte> text, List<int> words)
    {
        Room(text.Length);
        text.CopyTo(_folded);
        Split(text.Length, null, words);
    }

    private void Split(int length, string? text, List<int> words)
    {
        var bytes = _folded.AsSpan(0, length);
        if (bytes.ContainsAnyExcept(Plain))
        {
            var folded = TextFold.Fold(text ?? Encoding.UTF8.GetString(bytes));
            Room(Encoding.UTF8.GetMaxByteCount(folded.Length));
            bytes = _folded.AsSpan(0, Encoding.UTF8.GetBytes(folded, _folded));
        }
        else
        {
            Ascii.ToLowerInPlace(bytes, out _);
        }
        Cut(bytes, words);
    }

    private void Cut(ReadOnlySpan<byte> folded, List<int> words)
    {
        var (start, hash) = (0, Start);
        for (var i = 0; i <= folded.Length; i++)
        {
            if (i < folded.Length && folded[i] > ' ')
            {
                hash = Step(hash, folded[i]);
                continue;
            }
            if (i > start)
            {
                words.Add(vocabulary.NumberOf(folded[start..i], Finish(hash)));
            }
            (start, hash) = (i + 1, Start);
        }
    }

    private void Room(int bytes)
    {
        if (bytes > _folded.Length)
        {
            _folded = new byte[bytes * 2];
        }
    }

    /// <summary>FNV-1a with a last shuffle, because the table uses the low bits.</summary>
    private const uint Start = 2166136261;

    private static uint Step(uint hash, byte letter) => (hash ^ letter) * 16777619;

    private static uint Finish(uint hash) => hash ^ hash >> 15;
}
