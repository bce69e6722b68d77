using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SahelWatch.Benchmarks.Browsing;

/// <summary>The published site on one database, as a process of its own; disposing ends it.</summary>
internal sealed class PublishedSite : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5);

    private readonly Process _process;

    private PublishedSite(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>How long it took to be ready for visitors.</summary>
    public TimeSpan Start { get; private set; }

    /// <param name="folder">What <c>dotnet publish</c> made of <c>SahelWatch.Web</c>.</param>
    /// <exception cref="InvalidOperationException">It ended, or was not ready in time.</exception>
    public static async Task<PublishedSite> StartAsync(string folder, string database)
    {
        var address = new Uri($"http://localhost:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", ["SahelWatch.Web.dll"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Urls"] = address.ToString(),
                ["Database__Path"] = Path.GetFullPath(database),
                ["Limits__RequestsPerMinute"] = "100000",
            },
        };
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var site = new PublishedSite(process, address);
        try
        {
            await site.ReadyAsync(watch);
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

    private async Task ReadyAsync(Stopwatch watch)
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = LongestStart };
        while (watch.Elapsed < LongestStart)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The site ended with {_process.ExitCode} before it was ready.");
            }
            try
            {
                using var answer = await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
            }
            await Task.Delay(50);
        }
        throw new InvalidOperationException($"The site was not ready after {LongestStart}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
