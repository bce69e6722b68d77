using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace SahelWatch.Querying;

/// <summary>
/// Cuts texts into folded words (<see cref="TextFold"/>) at white space, so that a sought word, which holds none, is in
/// the text exactly when it is in one of its words.
/// </summary>
internal sealed class WordSplitter(Vocabulary vocabulary)
{
    /// <summary>
    /// What each of the first letters is folded to: one or two bytes of UTF-8 and, from bit 16, how many; 0 where it
    /// is more.
    /// </summary>
    private static readonly uint[] Folded = [.. Enumerable.Range(0, 0x250).Select(code => FoldedOf((char)code))];

    private byte[] _folded = new byte[4096];
    private byte[] _encoded = [];

    /// <summary>Adds the numbers of a text's words, repeated ones too.</summary>
    public void Split(string? text, List<int> words)
    {
        if (!string.IsNullOrEmpty(text))
        {
            Room(ref _encoded, Encoding.UTF8.GetMaxByteCount(text.Length));
            Split(_encoded.AsSpan(0, Encoding.UTF8.GetBytes(text, _encoded)), words);
        }
    }

    /// <summary>The same for UTF-8.</summary>
    public void Split(ReadOnlySpan<byte> text, List<int> words)
    {
        var before = words.Count;
        Room(ref _folded, text.Length);
        if (!TrySplit(text, words))
        {
            CollectionsMarshal.SetCount(words, before);
            Cut(Encoding.UTF8.GetBytes(TextFold.Fold(Encoding.UTF8.GetString(text))), words);
        }
    }

    /// <summary>
    /// Folds and cuts in one pass, letter by letter. False where the text has a letter that cannot be folded without
    /// its neighbours, or is not UTF-8.
    /// </summary>
    private bool TrySplit(ReadOnlySpan<byte> text, List<int> words)
    {
        var (start, end) = (0, 0);
        var folded = _folded.AsSpan(0, text.Length);
        for (var at = 0; at < text.Length;)
        {
            int letter = text[at++];
            if (letter >= 0x80 && !TryRead(text, ref at, ref letter))
            {
                return false;
            }
            var plain = Folded[letter];
            if (plain == 0)
            {
                return false;
            }
            if ((byte)plain <= ' ')
            {
                End(folded[start..end], words);
                start = end;
                continue;
            }
            folded[end++] = (byte)plain;
            if (plain >= 2 << 16)
            {
                folded[end++] = (byte)(plain >> 8);
            }
        }
        End(folded[start..end], words);
        return true;
    }

    /// <summary>Reads on after a first byte; gives a letter of <see cref="Folded"/> that is folded alike.</summary>
    private static bool TryRead(ReadOnlySpan<byte> text, ref int at, ref int letter)
    {
        if (letter is >= 0xC2 and <= 0xC9 && at < text.Length && (text[at] & 0xC0) == 0x80)
        {
            letter = (letter & 0x1F) << 6 | text[at++] & 0x3F;
            return letter < Folded.Length;
        }
        if (Rune.DecodeFromUtf8(text[(at - 1)..], out var rune, out var length) != OperationStatus.Done
            || !rune.IsBmp)
        {
            return false;
        }
        at += length - 1;
        letter = TextFold.Plain((char)rune.Value);
        return letter < Folded.Length;
    }

    private void Cut(ReadOnlySpan<byte> folded, List<int> words)
    {
        var start = 0;
        for (var at = 0; at <= folded.Length; at++)
        {
            if (at == folded.Length || folded[at] <= ' ')
            {
                End(folded[start..at], words);
                start = at + 1;
            }
        }
    }

    private void End(ReadOnlySpan<byte> word, List<int> words)
    {
        if (word.Length > 0)
        {
            words.Add(vocabulary.NumberOf(word));
        }
    }

    private static uint FoldedOf(char letter)
    {
        var folded = Encoding.UTF8.GetBytes(TextFold.Fold(letter.ToString()));
        return folded.Length switch
        {
            1 => folded[0] | 1u << 16,
            2 => folded[0] | (uint)folded[1] << 8 | 2u << 16,
            _ => 0,
        };
    }

    private static void Room(ref byte[] buffer, int bytes)
    {
        if (bytes > buffer.Length)
        {
            buffer = new byte[bytes * 2];
        }
    }
}
