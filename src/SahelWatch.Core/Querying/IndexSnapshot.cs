using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// An index as a file that is quicker to read than the data it was built from: tables as values, columns as they lie in
/// memory. The file names the state of the data it is of, and a hash guards every byte of it, so that what is read is
/// either the index that was written or nothing.
/// </summary>
/// <remarks>
/// Mark, length and SHA-256 of the rest; then key, meaning of the codes, version, time, tables, words and blocks.
/// </remarks>
public static class IndexSnapshot
{
    /// <summary>To be raised with every change of this file, of a column, or of how texts are folded and cut.</summary>
    private const int Layout = 1;

    private const ulong Mark = 0x58444E49_54415753;
    private const int HashStart = sizeof(ulong) + sizeof(long);
    private const int ContentStart = HashStart + SHA256.HashSizeInBytes;

    /// <summary>What the numbers in tables stand for; another list makes another file.</summary>
    private static readonly string Meaning = string.Join('\n',
    [
        $"{Layout} {(BitConverter.IsLittleEndian ? "little" : "big")}",
        Names<EventSubType>(), Names<UcdpViolence>(), Names<DatePrecision>(), Names<GeoPrecision>(), Names<ActorRole>(),
        Names<Attribution>(), string.Join(' ', Tactics.All), string.Join(' ', Targets.All),
    ]);

    /// <summary>Writes an index to an empty file that can be read again.</summary>
    /// <param name="key">Names the state of the data that the index is of.</param>
    public static void Write(Stream file, IncidentIndex index, string key)
    {
        using var to = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true);
        to.Write(new byte[ContentStart]);
        to.Write(key);
        to.Write(Meaning);
        to.Write(index.Version);
        to.Write(index.AsOf?.Ticks ?? -1);
        SnapshotTables.Write(to, index.Tables);
        to.Write(index.Blocks.Length);
        foreach (var block in index.Blocks)
        {
            Write(to, block);
        }
        to.Flush();
        var length = file.Length - ContentStart;
        var hash = HashOf(file);
        file.Position = 0;
        to.Write(Mark);
        to.Write(length);
        to.Write(hash);
    }

    /// <summary>Reads an index.</summary>
    /// <param name="key">Of the state of the data that is wanted.</param>
    /// <exception cref="InvalidDataException">The file is of another state, of another layout, or damaged.</exception>
    public static IncidentIndex Read(Stream file, string key, Reference reference)
    {
        using var from = new BinaryReader(file, Encoding.UTF8, leaveOpen: true);
        if (file.Length < ContentStart || from.ReadUInt64() != Mark || from.ReadInt64() != file.Length - ContentStart)
        {
            throw new InvalidDataException("It is no whole snapshot of an index.");
        }
        var hash = from.ReadBytes(SHA256.HashSizeInBytes);
        if (!Begins(file, key) || !Begins(file, Meaning))
        {
            throw new InvalidDataException("It is of another state of the data.");
        }
        if (!HashOf(file).AsSpan().SequenceEqual(hash))
        {
            throw new InvalidDataException("It is damaged.");
        }
        file.Position = ContentStart;
        from.ReadString();
        from.ReadString();
        var version = from.ReadString();
        var asOf = from.ReadInt64();
        var tables = SnapshotTables.Read(from, reference);
        var blocks = new IndexBlock[from.ReadInt32()];
        for (var number = 0; number < blocks.Length; number++)
        {
            blocks[number] = ReadBlock(from);
        }
        return new IncidentIndex(
            tables, blocks, reference, version, asOf < 0 ? null : new DateTime(asOf, DateTimeKind.Utc));
    }

    /// <summary>Whether a text that was written as such comes next; goes past it.</summary>
    private static bool Begins(Stream file, string text)
    {
        using var expected = new MemoryStream();
        using (var to = new BinaryWriter(expected, Encoding.UTF8, leaveOpen: true))
        {
            to.Write(text);
        }
        var found = new byte[expected.Length];
        return file.ReadAtLeast(found, found.Length, throwOnEndOfStream: false) == found.Length
            && found.AsSpan().SequenceEqual(expected.ToArray());
    }

    private static byte[] HashOf(Stream file)
    {
        file.Position = ContentStart;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var some = new byte[1 << 18];
        for (int count; (count = file.Read(some)) > 0;)
        {
            hash.AppendData(some, 0, count);
        }
        return hash.GetHashAndReset();
    }

    private static void Write(BinaryWriter to, IndexBlock block)
    {
        WriteArray(to, block.Days);
        WriteArray(to, block.Lengths);
        WriteArray(to, block.Numbers);
        WriteArray(to, block.Areas);
        WriteArray(to, block.Kinds);
        WriteArray(to, block.Means);
        WriteArray(to, block.Evidence);
        WriteArray(to, block.Tolls);
        WriteArray(to, block.Points);
        WriteArray(to, block.Parties.First);
        WriteArray(to, block.Parties.Second);
        WriteArray(to, block.Parties.Third);
        WriteArray(to, block.Parties.ManyRows);
        WriteArray(to, block.Parties.ManyStarts);
        WriteArray(to, block.Parties.Many);
        WriteArray(to, block.SourceStarts);
        WriteArray(to, block.Sources);
        WriteArray(to, block.Text.Heads);
        WriteArray(to, block.Text.Starts);
        WriteArray(to, block.Text.Bytes);
    }

    private static IndexBlock ReadBlock(BinaryReader from) => new(
        ReadArray<int>(from),
        ReadArray<int>(from),
        ReadArray<int>(from),
        ReadArray<ushort>(from),
        ReadArray<ushort>(from),
        ReadArray<int>(from),
        ReadArray<int>(from),
        ReadArray<int>(from),
        ReadArray<int>(from),
        new BlockParties(
            [ReadArray<ushort>(from), ReadArray<ushort>(from), ReadArray<ushort>(from)],
            ReadArray<ushort>(from),
            ReadArray<int>(from),
            ReadArray<ushort>(from)),
        ReadArray<int>(from),
        ReadArray<int>(from),
        new BlockText(ReadArray<int>(from), ReadArray<int>(from), ReadArray<byte>(from)));

    private static void WriteArray<T>(BinaryWriter to, T[] values) where T : unmanaged
    {
        to.Write(values.Length);
        to.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static T[] ReadArray<T>(BinaryReader from) where T : unmanaged
    {
        var values = GC.AllocateUninitializedArray<T>(from.ReadInt32());
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static string Names<T>() where T : struct, Enum =>
        string.Join(' ', Enum.GetValues<T>().Select(value => $"{value}={value:D}"));
}
