using System.Diagnostics;
using SahelWatch.Benchmarks.Synthetic;

namespace SahelWatch.Benchmarks.Peers;

/// <summary>The JavaScript peers: needs node, and fetches the packages into a folder.</summary>
internal sealed class NodePeers(string folder)
{
    private static readonly string[] Packages = ["supercluster@8.0.1", "crossfilter2@1.5.4"];

    /// <summary>Why there are none; null where they can be started.</summary>
    public string? LeftOut { get; private set; }

    public IReadOnlyList<NodeEngine> Start(SyntheticSet set, SqlCodes codes)
    {
        File.WriteAllText(Path.Combine(folder, "package.json"), "{}");
        LeftOut = Run("node", "--version") ? null : "node is not there";
        LeftOut ??= Run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent", .. Packages])
            ? null
            : "npm could not fetch their packages";
        if (LeftOut is not null)
        {
            return [];
        }
        NodeColumns.Write(set, codes, folder);
        return [new NodeEngine("crossfilter2", folder, codes), new NodeEngine("supercluster", folder, codes)];
    }

    private bool Run(string program, params IReadOnlyList<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
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
