using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace SahelWatch.Benchmarks.Serving;

/// <summary>The load generator wrk, a program of its own.</summary>
internal static class Wrk
{
    private const string Absent =
        "serve needs the program wrk, which is not installed. Debian has it: apt-get install wrk";

    /// <exception cref="IOException">It is not installed.</exception>
    public static void Find()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("wrk", ["-v"]) { RedirectStandardOutput = true })!;
            process.WaitForExit();
        }
        catch (Win32Exception)
        {
            throw new IOException(Absent);
        }
    }

    /// <summary>
    /// Asks for paths in turn, over as many connections as there are clients, each waiting for its answer.
    /// </summary>
    /// <exception cref="IOException">A request failed, or wrk did.</exception>
    public static Load Run(Uri site, IReadOnlyCollection<string> paths, int clients, int seconds)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, paths);
            using var process = Process.Start(new ProcessStartInfo("wrk",
                [
                    "-t1", $"-c{clients}", $"-d{seconds}s", "--timeout", "30s",
                    "-H", "Accept-Encoding: br", "-H", "Accept-Language: en",
                    "-s", Path.Combine(AppContext.BaseDirectory, "Serving", "paths.lua"),
                    site.AbsoluteUri, "--", file,
                ])
            { RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return Read(output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Load Read(string output)
    {
        var line = output.Split('\n').FirstOrDefault(line => line.StartsWith("FIGURES ", StringComparison.Ordinal))
            ?? throw new IOException($"wrk told no figures: {output}");
        var figures = line.Split(' ').Skip(1)
            .Select(figure => long.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
        return figures is [var requests, var microseconds, var median, var most, 0]
            ? new Load((int)requests, microseconds / 1e6, median / 1000.0, most / 1000.0)
            : throw new IOException($"{figures[4]} of {figures[0]} requests failed.");
    }
}
