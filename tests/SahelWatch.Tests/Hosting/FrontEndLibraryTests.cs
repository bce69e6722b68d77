using System.Security.Cryptography;
using System.Text.Json;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Hosting;

public sealed class FrontEndLibraryTests
{
    [Fact]
    public void Committed_libraries_are_the_locked_ones_byte_for_byte()
    {
        var locked = JsonSerializer.Deserialize<Dictionary<string, string>>(Read("libman.lock.json"))!;

        foreach (var (file, hash) in locked)
        {
            var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, file));
            Assert.Equal((file, hash), (file, $"sha384-{Convert.ToBase64String(SHA384.HashData(bytes))}"));
        }
        var lib = Path.Combine(Repository.Root, "wwwroot", "lib");
        var present = Directory.EnumerateFiles(lib, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));
        Assert.Equal(
            locked.Keys.Where(file => file.StartsWith("wwwroot/lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            present.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Manifest_names_exact_versions_and_lists_every_locked_file()
    {
        using var manifest = JsonDocument.Parse(Read("libman.json"));
        var listed = new List<string>();
        foreach (var library in manifest.RootElement.GetProperty("libraries").EnumerateArray())
        {
            Assert.Matches(@"^[a-z-]+@\d+\.\d+\.\d+$", library.GetProperty("library").GetString());
            var files = library.GetProperty("files").EnumerateArray().Select(file => file.GetString()!).ToList();
            Assert.Contains(files, file => file.StartsWith("LICENSE", StringComparison.OrdinalIgnoreCase));
            listed.AddRange(files.Select(file => $"{library.GetProperty("destination").GetString()}/{file}"));
        }
        var locked = JsonSerializer.Deserialize<Dictionary<string, string>>(Read("libman.lock.json"))!;

        Assert.Equal(
            locked.Keys.Where(file => file.StartsWith("wwwroot/lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            listed.Order(StringComparer.Ordinal));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));
}
