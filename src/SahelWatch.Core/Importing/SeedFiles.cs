using System.Security.Cryptography;
using System.Text;

namespace SahelWatch.Importing;

/// <summary>The files of the embedded set as bytes, by name, with one hash over all of them.</summary>
public sealed class SeedFiles
{
    public const string Folder = "seed";
    public const string BoundariesFile = "regions.geojson";

    public SeedFiles(IReadOnlyDictionary<string, byte[]> files)
    {
        Files = files;
        Sha256 = HashOf(files);
    }

    public IReadOnlyDictionary<string, byte[]> Files { get; }

    /// <summary>SHA-256 over names and contents in name order, in lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>Reads <c>seed/*.json</c> and <c>boundaries/regions.geojson</c> under the data folder.</summary>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public static SeedFiles Open(string dataFolder)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(dataFolder, Folder), "*.json"))
        {
            files[Path.GetFileName(path)] = File.ReadAllBytes(path);
        }
        files[BoundariesFile] = File.ReadAllBytes(Path.Combine(dataFolder, "boundaries", BoundariesFile));
        return new SeedFiles(files);
    }

    private static string HashOf(IReadOnlyDictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{name}\n{content.Length}\n")));
            hash.AppendData(content);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
