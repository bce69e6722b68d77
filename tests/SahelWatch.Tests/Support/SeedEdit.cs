using System.Text.Json.Nodes;
using System.Text.Json;
using SahelWatch.Importing;

namespace SahelWatch.Tests.Support;

/// <summary>The embedded set with one file changed.</summary>
internal static class SeedEdit
{
    public static SeedFiles With(string file, Action<JsonNode> change)
    {
        var content = JsonNode.Parse(Repository.Seed.Files[file])!;
        change(content);
        return With(file, JsonSerializer.SerializeToUtf8Bytes(content));
    }

    public static SeedFiles With(string file, byte[] content) =>
        new(new Dictionary<string, byte[]>(Repository.Seed.Files) { [file] = content });

    public static SeedFiles Without(string file) =>
        new(Repository.Seed.Files.Where(pair => pair.Key != file).ToDictionary());

    public static JsonObject Record(this JsonNode records, string id) =>
        records.AsArray().Single(record => (string?)record!["id"] == id)!.AsObject();
}
