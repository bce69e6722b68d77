// Front-end libraries: `dotnet run tests/libman.cs -- restore` fetches what libman.json lists with npm, writes
// libman.lock.json and the icon sprite; `-- verify` compares the committed files with the lock, without network.
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

const string Lock = "libman.lock.json";
const string Sprite = "wwwroot/icons.svg";

while (!File.Exists("libman.json"))
{
    Environment.CurrentDirectory = Directory.GetParent(Environment.CurrentDirectory)?.FullName
        ?? throw new FileNotFoundException("No libman.json here or above.");
}
var libraries = JsonNode.Parse(File.ReadAllText("libman.json"))!["libraries"]!.AsArray()
    .Select(library => new Library(
        (string)library!["library"]!,
        (string)library["destination"]!,
        [.. library["files"]!.AsArray().Select(file => (string)file!)]))
    .ToList();

return args switch
{
    ["restore"] => Restore(),
    ["verify"] => Verify(),
    _ => Say("Usage: dotnet run tests/libman.cs -- restore|verify", 2),
};

int Restore()
{
    foreach (var library in libraries)
    {
        Fetch(library);
    }
    var hashes = new JsonObject(
        from library in libraries
        from path in library.Paths
        select KeyValuePair.Create(path, (JsonNode?)Hash(path)));
    File.WriteAllText(Lock, hashes.ToJsonString(new JsonSerializerOptions
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }) + "\n");
    File.WriteAllText(Sprite, Icons());
    return Verify();
}

int Verify()
{
    var hashes = JsonNode.Parse(File.ReadAllText(Lock))!.AsObject();
    var listed = libraries.SelectMany(library => library.Paths).ToHashSet();
    var wrong = listed
        .Where(path => !File.Exists(path) || (string?)hashes[path] != Hash(path))
        .Select(path => $"{path}: not the file of {Lock}")
        .Concat(hashes.Select(entry => entry.Key).Where(path => !listed.Contains(path))
            .Select(path => $"{path}: in {Lock}, not in libman.json"))
        .Concat(libraries.Select(library => library.Destination).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Select(path => path.Replace('\\', '/')).Where(path => !listed.Contains(path))
            .Select(path => $"{path}: not in libman.json"))
        .ToList();
    if (!File.Exists(Sprite) || File.ReadAllText(Sprite) != Icons())
    {
        wrong.Add($"{Sprite}: not what its icons make; run restore");
    }
    return wrong.Count == 0
        ? Say($"{listed.Count} files of {libraries.Count} libraries as locked.", 0)
        : Say(string.Join('\n', wrong), 1);
}

string Icons()
{
    var icons = libraries.Single(library => library.Id.StartsWith("bootstrap-icons@", StringComparison.Ordinal));
    var symbols = icons.Paths
        .Where(path => path.EndsWith(".svg", StringComparison.Ordinal) && File.Exists(path))
        .Select(path => (Name: Path.GetFileNameWithoutExtension(path), Svg: File.ReadAllText(path)))
        .Select(icon => $"  <symbol id=\"{icon.Name}\" viewBox=\"0 0 16 16\">"
            + Regex.Match(icon.Svg, "<svg[^>]*>(.*)</svg>", RegexOptions.Singleline).Groups[1].Value.Trim()
                .ReplaceLineEndings("")
            + "</symbol>\n");
    return $"<!-- {icons.Id}, MIT licence, see lib/bootstrap-icons/LICENSE. Made by tests/libman.cs. -->\n"
        + $"<svg xmlns=\"http://www.w3.org/2000/svg\">\n{string.Concat(symbols)}</svg>\n";
}

static void Fetch(Library library)
{
    var scratch = Directory.CreateTempSubdirectory("libman").FullName;
    Run("npm", "pack", "--silent", "--pack-destination", scratch, library.Id);
    Run("tar", "-xzf", Directory.GetFiles(scratch, "*.tgz").Single(), "-C", scratch);
    if (Directory.Exists(library.Destination))
    {
        Directory.Delete(library.Destination, recursive: true);
    }
    foreach (var (file, path) in library.Files.Zip(library.Paths))
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, File.ReadAllBytes(Path.Combine(scratch, "package", file)));
    }
    Directory.Delete(scratch, recursive: true);
}

static void Run(string command, params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo(command, arguments) { UseShellExecute = false })!;
    process.WaitForExit();
    if (process.ExitCode != 0)
    {
        throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}

static string Hash(string path) => "sha384-" + Convert.ToBase64String(SHA384.HashData(File.ReadAllBytes(path)));

static int Say(string text, int code)
{
    Console.WriteLine(text);
    return code;
}

internal sealed record Library(string Id, string Destination, IReadOnlyList<string> Files)
{
    public IEnumerable<string> Paths => Files.Select(file => $"{Destination}/{file}");
}
