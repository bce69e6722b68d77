using System.Diagnostics;
using SahelWatch.Benchmarks.Synthetic;

namespace SahelWatch.Benchmarks.Peers;

/// <summary>The JavaScript peers: needs node, and fetches the packages anew into a folder of its own.</summary>
internal sealed class NodePeers : IDisposable
{
    private static readonly string[] Packages = ["supercluster@8.0.1", "crossfilter2@1.5.4"];

    private readonly string _folder = Directory.CreateTempSubdirectory("sahelwatch-node-").FullName;

    /// <summary>Why there are none; null where they can be started.</summary>
    public string? LeftOut { get; private set; }

    public IReadOnlyList<NodeEngine> Start(SyntheticSet set, SqlCodes codes)
    {
        File.WriteAllText(Path.Combine(_folder, "package.json"), "{}");
        LeftOut = Run("node", "--version") ? null : "node is not there";
        LeftOut ??= Run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent", .. Packages])
            ? null
            : "npm could not fetch their packages";
        if (LeftOut is not null)
        {
            return [];
        }
        NodeColumns.Write(set, codes, _folder);
        return [new NodeEngine("crossfilter2", _folder, codes), new NodeEngine("supercluster", _folder, codes)];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private bool Run(string program, params IReadOnlyList<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = _folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
