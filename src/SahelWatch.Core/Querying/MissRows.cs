using System.Numerics;
using System.Runtime.Intrinsics;

namespace SahelWatch.Querying;

/// <summary>Turns the marks of a block's rows into the places of those that meet a filter.</summary>
internal static class MissRows
{
    /// <summary>Rows whose places are written at once.</summary>
    private const int Lane = 8;

    /// <summary>For each set of eight rows, given as bits, where the 16-bit numbers of its rows stand.</summary>
    private static readonly Vector128<byte>[] Picks = [.. Enumerable.Range(0, 1 << Lane).Select(Pick)];

    /// <summary>
    /// Writes the places of the rows that fail in no column but the one left out: 32 rows are tested at once, because
    /// under most filters most rows fail, and the places of those that do not are written eight at once, because under
    /// the others most rows do not.
    /// </summary>
    /// <param name="misses">Of each row, which columns it fails in.</param>
    /// <param name="first">Place of the first of them in the block.</param>
    /// <returns>How many rows were written.</returns>
    public static int Write(ReadOnlySpan<byte> misses, int first, Miss leftOut, Span<ushort> rows)
    {
        var kept = (byte)~leftOut;
        var mask = Vector256.Create(kept);
        var (count, row) = (0, 0);
        for (; row <= misses.Length - Vector256<byte>.Count; row += Vector256<byte>.Count)
        {
            var some = Vector256.Create(misses.Slice(row, Vector256<byte>.Count)) & mask;
            var met = Vector256.Equals(some, Vector256<byte>.Zero).ExtractMostSignificantBits();
            for (var lane = row; met != 0; lane += Lane)
            {
                var places = Vector128.CreateSequence((ushort)(first + lane), (ushort)1).AsByte();
                var picked = Vector128.ShuffleNative(places, Picks[(byte)met]).AsUInt16();
                picked.CopyTo(rows[count..]);
                count += BitOperations.PopCount((byte)met);
                met >>= Lane;
            }
        }
        for (; row < misses.Length; row++)
        {
            rows[count] = (ushort)(first + row);
            count += (misses[row] & kept) == 0 ? 1 : 0;
        }
        return count;
    }

    /// <summary>
    /// What brings the numbers of a set of eight to the front; what comes after them is of no matter.
    /// </summary>
    private static Vector128<byte> Pick(int set)
    {
        Span<byte> bytes = stackalloc byte[Vector128<byte>.Count];
        var count = 0;
        for (; set != 0; set &= set - 1)
        {
            var place = BitOperations.TrailingZeroCount(set);
            (bytes[count++], bytes[count++]) = ((byte)(2 * place), (byte)(2 * place + 1));
        }
        return Vector128.Create<byte>(bytes);
    }
}
