using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using SahelWatch.Editing.Archiving;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Editing;

public sealed class PageFetcherTests : IDisposable
{
    private readonly WebListener _inside = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private int Port => _inside.Port;

    [Theory]
    [InlineData("http://127.0.0.1{0}/")]
    [InlineData("http://127.1{0}/")]
    [InlineData("http://2130706433{0}/")]
    [InlineData("http://0x7f000001{0}/")]
    [InlineData("http://0177.0.0.1{0}/")]
    [InlineData("http://0.0.0.0{0}/")]
    [InlineData("http://localhost{0}/")]
    [InlineData("http://LOCALHOST.{0}/")]
    [InlineData("http://[::1]{0}/")]
    [InlineData("http://[::]{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]{0}/")]
    [InlineData("http://[::ffff:7f00:1]{0}/")]
    [InlineData("http://[64:ff9b::7f00:1]{0}/")]
    [InlineData("http://[2002:7f00:1::]{0}/")]
    [InlineData("http://[fe80::1]{0}/")]
    [InlineData("http://[fd00::1]{0}/")]
    [InlineData("http://10.0.0.1{0}/")]
    [InlineData("http://169.254.169.254{0}/latest/meta-data/")]
    [InlineData("http://192.168.1.1{0}/")]
    [InlineData("http://inside.example{0}/")]
    [InlineData("http://user:secret@inside.example{0}/")]
    [InlineData("ftp://127.0.0.1{0}/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1{0}/")]
    public async Task Address_of_the_inside_is_never_spoken_to(string form)
    {
        using var fetcher = new PageFetcher(
            new ArchiveOptions { IsOn = true, Seconds = 5 },
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]),
            (address, _) => PublicAddress.Is(address));

        foreach (var port in new[] { $":{Port}", "" })
        {
            var (page, problem) = await fetcher.FetchAsync(form.Replace("{0}", port, StringComparison.Ordinal), Stop);

            Assert.Null(page);
            Assert.NotNull(problem);
        }
        Assert.Empty(_inside.Asked);
    }

    [Theory]
    [InlineData("8.8.8.8", 443, true)]
    [InlineData("8.8.8.8", 22, false)]
    [InlineData("8.8.8.8", 8080, false)]
    [InlineData("2a00:1450::1", 443, true)]
    [InlineData("100.64.0.1", 443, false)]
    [InlineData("198.18.0.1", 80, false)]
    [InlineData("203.0.113.9", 80, false)]
    [InlineData("224.0.0.1", 80, false)]
    [InlineData("255.255.255.255", 80, false)]
    [InlineData("2001:db8::1", 443, false)]
    [InlineData("2001::1", 443, false)]
    public void Only_the_ports_of_the_web_on_public_addresses_may_be_spoken_to(string address, int port, bool may) =>
        Assert.Equal(may, PageFetcher.MayConnect(IPAddress.Parse(address), port));

    [Fact]
    public async Task Name_that_leads_inside_the_second_time_is_resolved_once()
    {
        var times = 0;
        using var fetcher = new PageFetcher(
            new ArchiveOptions { IsOn = true, Seconds = 2 },
            (_, _) => Task.FromResult<IPAddress[]>(
                [times++ == 0 ? IPAddress.Parse("192.0.2.1") : IPAddress.Loopback]),
            (address, _) => !IPAddress.IsLoopback(address));

        var (page, _) = await fetcher.FetchAsync($"http://changing.example:{Port}/", Stop);

        Assert.Null(page);
        Assert.Equal(1, times);
        Assert.Empty(_inside.Asked);
    }

    [Fact]
    public async Task One_address_of_the_inside_among_others_refuses_the_name()
    {
        using var fetcher = new PageFetcher(
            new ArchiveOptions { IsOn = true, Seconds = 2 },
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("8.8.8.8"), IPAddress.Loopback]),
            PageFetcher.MayConnect);

        Assert.Null((await fetcher.FetchAsync("http://both.example/", Stop)).Page);
        Assert.Empty(_inside.Asked);
    }

    [Fact]
    public async Task Redirect_is_told_and_not_followed()
    {
        _inside.Answer = $"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{Port}/secret\r\nContent-Length: 0\r\n\r\n";
        using var fetcher = Open();

        var (page, problem) = await fetcher.FetchAsync($"http://outside.example:{Port}/page", Stop);

        Assert.Null(page);
        Assert.Equal("FetchedPage", problem!.Expected);
        Assert.Equal(["GET /page HTTP/1.1"], _inside.Asked);
    }

    [Fact]
    public async Task Page_is_kept_as_words_with_the_hash_of_its_bytes()
    {
        const string html = "<html><head><style>p{}</style></head>"
            + "<body><p>Deux morts à <b>Djibo</b></p><script>x()</script></body></html>";
        var length = Encoding.UTF8.GetByteCount(html);
        _inside.Answer = WebListener.Page("text/html; charset=utf-8", html);
        using var fetcher = Open();

        var (page, _) = await fetcher.FetchAsync($"http://outside.example:{Port}/", Stop);

        Assert.Equal("Deux morts à Djibo", page!.Text);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html))), page.Sha256);
        Assert.Equal((length, false), (page.Length, page.IsCut));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Page_that_lies_about_its_compression_is_refused(string encoding)
    {
        _inside.Answer = WebListener.Page($"text/html\r\nContent-Encoding: {encoding}", "<p>Not compressed</p>");
        using var fetcher = Open();

        var (page, problem) = await fetcher.FetchAsync($"http://outside.example:{Port}/", Stop);

        Assert.Null(page);
        Assert.Equal("ReachablePage", problem!.Expected);
    }

    [Fact]
    public async Task Page_is_cut_at_the_limit()
    {
        _inside.Answer = WebListener.Page("text/plain", new string('a', 5000));
        using var fetcher = Open(new ArchiveOptions { IsOn = true, MostKilobytes = 1 });

        var (page, _) = await fetcher.FetchAsync($"http://outside.example:{Port}/", Stop);

        Assert.Equal((1000, true, 1000), (page!.Length, page.IsCut, page.Text!.Length));
    }

    [Theory]
    [InlineData("http://127.0.0.1/", "PublicPage")]
    [InlineData("http://unknown.example/", "PublicPage")]
    [InlineData("http://slow.example/", "PageInTime")]
    [InlineData("http://shut.example/", "ReachablePage")]
    [InlineData("http://user:secret@plain.example/", "Url")]
    public async Task Refusal_says_which_it_was(string url, string expected)
    {
        using var fetcher = new PageFetcher(
            new ArchiveOptions { IsOn = true, Seconds = 1 },
            async (host, stop) =>
            {
                await (host == "slow.example" ? Task.Delay(Timeout.Infinite, stop) : Task.CompletedTask);
                return host == "unknown.example"
                    ? throw new SocketException((int)SocketError.HostNotFound)
                    : [host == "shut.example" ? IPAddress.Parse("127.0.0.2") : IPAddress.Loopback];
            },
            (address, _) => !url.Contains(address.ToString(), StringComparison.Ordinal));

        var link = new UriBuilder(url) { Port = Port }.Uri.AbsoluteUri;

        var (page, problem) = await fetcher.FetchAsync(link, Stop);

        Assert.Null(page);
        Assert.Equal((link, expected), (problem!.Value, problem.Expected));
    }

    public void Dispose() => _inside.Dispose();

    /// <summary>One that takes the listener here for the public internet.</summary>
    private static PageFetcher Open(ArchiveOptions? options = null) => new(
        options ?? new ArchiveOptions { IsOn = true },
        (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]),
        (_, _) => true);
}
