using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using SahelWatch.Accounts;

namespace SahelWatch.Tests.Support;

/// <summary>
/// The published application as a process of its own, serving one database. Needs <c>SAHELWATCH_PUBLISHED</c>, the folder
/// that <c>dotnet publish</c> wrote; tests/run.sh sets it.
/// </summary>
internal sealed class PublishedApp : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private PublishedApp(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>
    /// The folder of the published application; a test that asks for it is skipped where there is none.
    /// </summary>
    public static string Folder
    {
        get
        {
            var published = Environment.GetEnvironmentVariable("SAHELWATCH_PUBLISHED");
            Assert.SkipWhen(string.IsNullOrEmpty(published), "SAHELWATCH_PUBLISHED names no published application.");
            return published!;
        }
    }

    public Uri Address { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>All that it has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the application in the database's folder, which is not its own.</summary>
    public static Process Launch(string application, string database, params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(application, "SahelWatch.Web.dll"), .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(database),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["Database__Path"] = database, ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        })!;

    /// <summary>Serves the database without limits for one visitor, and waits until it does.</summary>
    public static async Task<PublishedApp> StartAsync(string database, params string[] settings)
    {
        var address = new Uri($"http://localhost:{FreePort()}");
        var app = new PublishedApp(
            Launch(
                Folder, database,
                ["--Urls", address.AbsoluteUri, "--Limits:RequestsPerMinute=1000000", .. settings]),
            address);
        try
        {
            await app.ReadyAsync();
            return app;
        }
        catch
        {
            app.Dispose();
            throw;
        }
    }

    /// <summary>A browser that follows no redirect; it keeps cookies, the session's among them.</summary>
    /// <param name="session">Value of a session's cookie, see <see cref="Sessions"/>; null for nobody.</param>
    public HttpClient Browser(string? session = null, string language = "en")
    {
        var cookies = new CookieContainer();
        if (session is not null)
        {
            cookies.Add(new Cookie(SessionBook.CookieName, session, "/", Address.Host));
        }
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false })
        {
            BaseAddress = Address,
        };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    /// <summary>Ends it at once, as kill -9 does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }
        _process.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task ReadyAsync()
    {
        using var client = Browser();
        for (var attempt = 0; attempt < 300 && !_process.HasExited; attempt++)
        {
            try
            {
                using var answer = await client.GetAsync("/healthz/ready", Stop);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, Stop);
            }
        }
        Assert.Fail($"The application did not get ready: {Output}");
    }

    private void Note(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
