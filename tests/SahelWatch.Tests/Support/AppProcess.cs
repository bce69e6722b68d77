using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SahelWatch.Tests.Support;

/// <summary>The app as a process of its own, with all that it writes.</summary>
internal sealed class AppProcess : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sahelwatch-process-").FullName;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _console = new();
    private readonly Process _process;

    public AppProcess(params string[] arguments)
    {
        Address = $"http://localhost:{FreePort()}";
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        foreach (var argument in (string[])
            [
                typeof(Program).Assembly.Location, "--environment=Production", $"--Urls={Address}",
                $"--Database:Path={Path.Combine(_folder, "sahelwatch.db")}", .. arguments,
            ])
        {
            start.ArgumentList.Add(argument);
        }
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_console, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Address { get; }

    /// <summary>The log: what it writes to its standard output.</summary>
    public string Log => Kept(_output);

    /// <summary>What it says to who started it.</summary>
    public string Console => Kept(_console);

    public async Task ReadyAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        while (true)
        {
            Assert.False(_process.HasExited, Log + Console);
            try
            {
                using var answer = await client.GetAsync("/healthz/ready", cancellationToken);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            await Task.Delay(100, cancellationToken);
        }
    }

    /// <summary>Ends it, so that all it wrote is there.</summary>
    public void Stop()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Stop();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Keep(StringBuilder kept, string? line)
    {
        lock (kept)
        {
            kept.Append(line).Append('\n');
        }
    }

    private static string Kept(StringBuilder kept)
    {
        lock (kept)
        {
            return kept.ToString();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
