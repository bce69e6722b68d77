using System.Runtime.InteropServices;

namespace SahelWatch.Querying;

/// <summary>A quick hash of short UTF-8 texts for tables in memory; it is never stored.</summary>
public static class TextHash
{
    private const ulong Factor = 0x9E3779B97F4A7C15;

    public static uint Of(ReadOnlySpan<byte> text)
    {
        var hash = (ulong)text.Length * Factor;
        for (; text.Length > sizeof(ulong); text = text[sizeof(ulong)..])
        {
            hash = (hash ^ MemoryMarshal.Read<ulong>(text)) * Factor;
            hash ^= hash >> 32;
        }
        hash = (hash ^ Rest(text)) * Factor;
        return (uint)(hash >> 32);
    }

    /// <summary>Up to eight bytes as one number; those of 4 to 7 overlap, which loses nothing.</summary>
    private static ulong Rest(ReadOnlySpan<byte> text) => text.Length switch
    {
        sizeof(ulong) => MemoryMarshal.Read<ulong>(text),
        >= sizeof(uint) => MemoryMarshal.Read<uint>(text)
            | (ulong)MemoryMarshal.Read<uint>(text[^sizeof(uint)..]) << 32,
        > 0 => text[0] | (ulong)text[text.Length / 2] << 8 | (ulong)text[^1] << 16,
        _ => 0,
    };
}
