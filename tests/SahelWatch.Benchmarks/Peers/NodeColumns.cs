using System.Runtime.InteropServices;
using System.Text.Json;
using SahelWatch.Benchmarks.Synthetic;

namespace SahelWatch.Benchmarks.Peers;

/// <summary>
/// The set as typed arrays for the JavaScript peers: 32-bit columns one after the other, and the places.
/// </summary>
internal static class NodeColumns
{
    private const int FromSql = 15;
    private const int HalfMask = 30;

    private static readonly string[] Names = [.. SqlRow.Columns[..FromSql], "place", "actorsLow", "actorsHigh"];

    public static void Write(SyntheticSet set, SqlCodes codes, string folder)
    {
        var columns = Array.ConvertAll(Names, _ => new int[set.Count]);
        var reader = set.Reader();
        for (var number = 1; number <= set.Count; number++)
        {
            reader.Read(number);
            var row = SqlRow.Of(reader, codes);
            for (var column = 0; column < FromSql; column++)
            {
                columns[column][number - 1] = (int)row.Whole(column);
            }
            columns[FromSql][number - 1] = reader.Incident.Place;
            (columns[FromSql + 1][number - 1], columns[FromSql + 2][number - 1]) = Halves(row.Actors);
        }
        using var file = File.Create(Path.Combine(folder, "columns.bin"));
        foreach (var column in columns)
        {
            file.Write(MemoryMarshal.AsBytes(column.AsSpan()));
        }
        File.WriteAllText(Path.Combine(folder, "columns.json"), JsonSerializer.Serialize(new
        {
            count = set.Count,
            names = Names,
            places = set.World.Places.Select(place => new[] { place.Latitude, place.Longitude }),
        }));
    }

    /// <summary>A mask of sixty bits as two numbers that JavaScript can join bit by bit.</summary>
    public static (int Low, int High) Halves(long mask) =>
        ((int)(mask & (1 << HalfMask) - 1), (int)(mask >> HalfMask));
}
