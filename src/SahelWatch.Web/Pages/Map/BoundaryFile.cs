using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SahelWatch.Importing;

namespace SahelWatch.Pages.Map;

/// <summary>
/// The base map as one JSON document: shapes and labels of countries, regions and neighbours with their names in both
/// languages. Made once and compressed once; its version stands in its address, so browsers may keep it for good.
/// </summary>
public sealed class BoundaryFile
{
    private static readonly string[] Kept = ["code", "country", "name_en", "name_fr", "label"];

    private readonly Lazy<(byte[] Plain, byte[] Brotli, string Version)> _made;

    public BoundaryFile(EmbeddedSet embedded) => _made = new(() =>
    {
        var plain = Encoding.UTF8.GetBytes(Compose(embedded).ToJsonString());
        return (plain, Compress(plain), Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 8)));
    });

    public byte[] Plain => _made.Value.Plain;

    public byte[] Brotli => _made.Value.Brotli;

    public string Version => _made.Value.Version;

    private static JsonObject Compose(EmbeddedSet embedded) => new()
    {
        ["regions"] = Trim(embedded.Files.Files[SeedFiles.BoundariesFile]),
        ["neighbours"] = Trim(embedded.Neighbours),
    };

    private static JsonObject Trim(ReadOnlyMemory<byte> geoJson)
    {
        using var document = JsonDocument.Parse(geoJson);
        var features = document.RootElement.GetProperty("features").EnumerateArray()
            .Select(feature => (JsonNode)new JsonObject
        {
            ["type"] = "Feature",
            ["properties"] = new JsonObject(feature.GetProperty("properties").EnumerateObject()
                .Where(property => Kept.Contains(property.Name))
                .Select(property => KeyValuePair.Create(
                    JsonNamingPolicy.CamelCase.ConvertName(property.Name.Replace("_en", "En", StringComparison.Ordinal)
                        .Replace("_fr", "Fr", StringComparison.Ordinal)),
                    JsonNode.Parse(property.Value.GetRawText())))),
            ["geometry"] = JsonNode.Parse(feature.GetProperty("geometry").GetRawText()),
        });
        return new JsonObject { ["type"] = "FeatureCollection", ["features"] = new JsonArray([.. features]) };
    }

    private static byte[] Compress(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize))
        {
            brotli.Write(plain);
        }
        return compressed.ToArray();
    }
}
