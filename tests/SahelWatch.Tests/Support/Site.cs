using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SahelWatch.Hosting;
using SahelWatch.Querying;

namespace SahelWatch.Tests.Support;

/// <summary>The real host on a throw-away SQLite file with the embedded data and a stopped clock.</summary>
public sealed class Site : WebApplicationFactory<Program>
{
    public static readonly DateTime Now = new(2026, 11, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly string _folder = Directory.CreateTempSubdirectory("sahelwatch-tests-").FullName;

    public static DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>The index behind the pages.</summary>
    public IncidentIndex Index => Services.GetRequiredService<IncidentStore>().Current;

    public HttpClient Client(string language = "en")
    {
        var client = CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    /// <summary>A page, parsed; the answer must be a success.</summary>
    public async Task<IHtmlDocument> PageAsync(string path, string language = "en")
    {
        var html = await Client(language).GetStringAsync(path, TestContext.Current.CancellationToken);
        return new HtmlParser().ParseDocument(html);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Database:Path", Path.Combine(_folder, "sahelwatch.db"))
        .UseSetting("Limits:FilesPerMinute", "1000000")
        .UseSetting("Limits:RequestsPerMinute", "1000000")
        .UseEnvironment("Development")
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new FrozenTime(Now)));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
