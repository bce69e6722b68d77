using System.Security.Cryptography;
using System.Text.RegularExpressions;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests;

public partial class DataFilesTests
{
    private static readonly string[] Folders = ["seed", "boundaries"];

    [Fact]
    public void Readme_lists_every_data_file_with_its_hash()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Data, "README.md"));
        var listed = HashRow().Matches(readme)
            .ToDictionary(row => row.Groups["path"].Value, row => row.Groups["hash"].Value, StringComparer.Ordinal);
        var actual = Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Data, folder)))
            .ToDictionary(
                path => Path.GetRelativePath(Repository.Data, path).Replace('\\', '/'),
                path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))),
                StringComparer.Ordinal);

        Assert.Equal(actual.OrderBy(file => file.Key), listed.OrderBy(file => file.Key));
    }

    [GeneratedRegex(@"^\| `(?<path>[^`]+)` \|.*\| `(?<hash>[0-9a-f]{64})` \|$", RegexOptions.Multiline)]
    private static partial Regex HashRow();
}
