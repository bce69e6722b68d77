using Microsoft.Playwright;

namespace SahelWatch.Browser.Support;

/// <summary>
/// One visitor's pages. Every visit notes requests to other hosts, errors on the console and violations of the
/// content security policy; <see cref="AssertClean"/> fails on any.
/// </summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly List<string> _faults = [];
    private readonly IBrowserContext _context;
    private bool _isWatching = true;
    private bool _isDone;

    public Visit(IBrowserContext context, IPage page, string address)
    {
        _context = context;
        (Page, Address) = (page, address);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
                && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                _faults.Add($"request to another host: {request.Url}");
            }
        };
        page.Console += (_, message) =>
        {
            if (_isWatching && message.Type == "error" && !message.Text.Contains("the server responded with a status of 4", StringComparison.Ordinal))
            {
                _faults.Add($"console: {message.Text}");
            }
        };
        page.PageError += (_, error) => _faults.Add($"script error: {error}");
    }

    public IPage Page { get; }

    /// <summary>Scheme, host and port of the site that is visited.</summary>
    public string Address { get; }

    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        await SettledAsync();
    }

    /// <summary>Waits until a change of the view has reached the page.</summary>
    public async Task SettledAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=true]')");
    }

    /// <summary>Makes every page fetch its scripts and styles anew.</summary>
    public async Task ForgetFilesAsync()
    {
        var devices = await _context.NewCDPSessionAsync(Page);
        await devices.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
    }

    /// <summary>Pixels by which the page is wider than the window.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>
    /// The last statement of every test: fails on any fault noted, and tells that the test got this far.
    /// </summary>
    public void AssertClean()
    {
        Assert.Empty(_faults);
        _isDone = true;
    }

    /// <summary>Runs the accessibility checker; what it does to the page itself is not noted as a fault.</summary>
    public async Task<IReadOnlyList<string>> AxeViolationsAsync()
    {
        _isWatching = false;
        var violations = await Axe.ViolationsAsync(Page);
        _isWatching = true;
        return violations;
    }

    /// <summary>Closes the pages; a test that failed leaves a screenshot and a trace beside the executable.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_isDone)
        {
            var test = TestContext.Current.Test?.TestDisplayName.Replace("SahelWatch.Browser.", "") ?? "visit";
            var name = string.Concat(test.Take(100).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
            var folder = Path.Combine(AppContext.BaseDirectory, "failures");
            try
            {
                await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
            }
            catch (PlaywrightException)
            {
                // A picture that cannot be taken must not hide why the test failed.
            }
            await _context.Tracing.StopAsync(new() { Path = Path.Combine(folder, $"{name}.zip") });
        }
        await _context.CloseAsync();
    }
}
