using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SahelWatch.Editing;
using SahelWatch.Tests.Support;

namespace SahelWatch.Browser.Support;

/// <summary>
/// A site of its own for those who change its data, with a desk at work; started when it is first visited.
/// </summary>
public sealed class DeskSite : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sahelwatch-desk-").FullName;
    private readonly BrowserSite _browser;
    private readonly Lazy<Task<string>> _address;
    private WebApplicationFactory<Program>? _host;

    public DeskSite(BrowserSite browser)
    {
        _browser = browser;
        _address = new(StartAsync);
    }

    public IServiceProvider Services => _host!.Services;

    public DeskScene Scene { get; private set; } = null!;

    /// <summary>Pages of the desk by who looks at them, each of these with a browser profile of their own.</summary>
    public async IAsyncEnumerable<(Visit Visit, IReadOnlyList<DeskPage> Pages)> VisitPagesAsync(Look look)
    {
        await StartedAsync();
        foreach (var pages in DeskPages.All.GroupBy(page => page.Who(Scene)))
        {
            yield return (await VisitAsync(look, _ => pages.Key), [.. pages]);
        }
    }

    /// <summary>A browser profile of its own, signed in as one of the scene's people; null for nobody.</summary>
    public async Task<Visit> VisitAsync(Look look, Func<DeskScene, Person?> who)
    {
        var address = await StartedAsync();
        var visit = await _browser.VisitAsync(look, address);
        if (who(Scene) is { } person)
        {
            await visit.SignInAsync(Services, person);
        }
        return visit;
    }

    /// <summary>The same for somebody new.</summary>
    public async Task<Visit> EnterAsync(Look look, string name, params Role[] roles)
    {
        var person = await PersonAsync(name, roles);
        return await VisitAsync(look, _ => person);
    }

    public async Task<Person> PersonAsync(string name, params Role[] roles)
    {
        await StartedAsync();
        return await Services.PersonAsync(name, [], roles);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
        Directory.Delete(_folder, recursive: true);
    }

    private Task<string> StartedAsync()
    {
        Assert.SkipWhen(_browser.Address.Length == 0, "chromium is absent: SAHELWATCH_CHROMIUM names none.");
        return _address.Value;
    }

    private async Task<string> StartAsync()
    {
        _host = _browser.WithWebHostBuilder(builder =>
            builder.UseSetting("Database:Path", Path.Combine(_folder, "sahelwatch.db")));
        _host.UseKestrel(0);
        _host.StartServer();
        Scene = await DeskScene.OfAsync(Services);
        var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return $"http://localhost:{new Uri(addresses.First()).Port}";
    }
}
