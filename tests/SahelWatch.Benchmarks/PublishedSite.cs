using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SahelWatch.Benchmarks;

/// <summary>
/// The published application as a process of its own, in Production and without limits for one visitor.
/// </summary>
internal sealed class PublishedSite : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(10);

    private readonly Process _process;

    private PublishedSite(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan Start { get; private set; }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <exception cref="IOException">It does not build.</exception>
    public static void Publish(string project, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet",
            ["publish", project, "--configuration", "Release", "--output", folder, "--verbosity", "quiet"])
        { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new IOException($"The application cannot be published: {output}");
        }
    }

    /// <exception cref="IOException">It ended, or did not answer in time.</exception>
    public static async Task<PublishedSite> StartAsync(string folder, string database)
    {
        var address = new Uri($"http://localhost:{FreePort()}");
        var watch = Stopwatch.StartNew();
        var site = new PublishedSite(Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(folder, "SahelWatch.Web.dll")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["ASPNETCORE_ENVIRONMENT"] = "Production",
                    ["Urls"] = address.AbsoluteUri,
                    ["Database__Path"] = Path.GetFullPath(database),
                    ["Limits__RequestsPerMinute"] = int.MaxValue.ToString(CultureInfo.InvariantCulture),
                    ["Limits__FilesPerMinute"] = int.MaxValue.ToString(CultureInfo.InvariantCulture),
                    // An open stream would keep a page from ever being idle.
                    ["Live__Listeners"] = "0",
                },
            })!, address);
        site._process.ErrorDataReceived += (_, line) => Console.Error.Write(line.Data is { } text ? $"{text}\n" : "");
        site._process.BeginOutputReadLine();
        site._process.BeginErrorReadLine();
        try
        {
            await site.AnswerAsync(watch);
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
        site.Start = watch.Elapsed;
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private async Task AnswerAsync(Stopwatch watch)
    {
        using var client = new HttpClient();
        while (watch.Elapsed < LongestStart)
        {
            if (_process.HasExited)
            {
                throw new IOException($"The site ended with {_process.ExitCode} before it was ready.");
            }
            try
            {
                using var answer = await client.GetAsync(new Uri(Address, "/healthz/ready"));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }
        throw new IOException($"The site was not ready within {LongestStart.TotalMinutes} minutes.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
