using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Hosting;

public sealed class LiveTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Listener_is_told_the_version_at_once_and_every_new_one()
    {
        using var listener = await ListenAsync(site);
        Assert.Equal("text/event-stream", listener.Answer.Content.Headers.ContentType?.MediaType);
        Assert.True(listener.Answer.Headers.CacheControl!.NoStore);
        Assert.Empty(listener.Answer.Content.Headers.ContentEncoding);
        var first = await listener.VersionAsync();
        Assert.Equal(site.Index.Version, first);

        await site.EditAsync(3, RevisionKind.Corrected, "Title", incident => incident.Title = "Another");

        var second = await listener.VersionAsync();
        Assert.Equal(site.Index.Version, second);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Silent_connection_is_given_signs_of_life()
    {
        await using var lively = site.WithWebHostBuilder(builder => builder.UseSetting("Live:Seconds", "1"));
        using var listener = await ListenAsync(lively);
        await listener.VersionAsync();

        Assert.Equal(":", await listener.LineAsync(line => line.Length > 0));
    }

    [Fact]
    public async Task Listeners_are_bounded_and_places_are_given_back()
    {
        await using var small = site.WithWebHostBuilder(builder => builder.UseSetting("Live:ListenersPerVisitor", "2"));
        var listeners = small.Services.GetRequiredService<LiveListeners>();
        var one = await ListenAsync(small);
        using var two = await ListenAsync(small);

        using var refused = await small.CreateClient().GetAsync(
            LiveEndpoints.Address, HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);

        one.Dispose();
        while (listeners.Count > 1)
        {
            await Task.Delay(20, Stop);
        }
        using var three = await ListenAsync(small);
        Assert.Equal(HttpStatusCode.OK, three.Answer.StatusCode);
    }

    [Fact]
    public async Task Connection_ends_when_the_site_goes_down()
    {
        await using var closing = site.WithWebHostBuilder(_ => { });
        using var listener = await ListenAsync(closing);
        await listener.VersionAsync();

        closing.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Null(await listener.LineAsync(line => line.Length > 0));
    }

    [Fact]
    public async Task Head_is_answered_without_waiting()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, LiveEndpoints.Address);

        using var answer = await site.Client().SendAsync(request, Stop);

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/incidents", true)]
    [InlineData("/trends", true)]
    [InlineData("/incidents/1", false)]
    public async Task Pages_of_a_view_print_their_version(string path, bool isView)
    {
        var page = await site.PageAsync(path);

        Assert.Equal(isView ? site.Index.Version : null, page.QuerySelector("[data-live]")?.GetAttribute("data-version"));
    }

    [Fact]
    public async Task Site_that_tells_nobody_asks_no_page_to_listen()
    {
        await using var silent = site.WithWebHostBuilder(builder => builder.UseSetting("Live:Listeners", "0"));

        var html = await silent.CreateClient().GetStringAsync("/incidents", Stop);

        Assert.DoesNotContain("data-live", html, StringComparison.Ordinal);
    }

    private static async Task<Listener> ListenAsync(WebApplicationFactory<Program> host)
    {
        var answer = await host.CreateClient().GetAsync(
            LiveEndpoints.Address, HttpCompletionOption.ResponseHeadersRead, Stop);
        return new Listener(answer, new StreamReader(await answer.Content.ReadAsStreamAsync(Stop)));
    }

    private sealed record Listener(HttpResponseMessage Answer, StreamReader Lines) : IDisposable
    {
        public async Task<string> VersionAsync()
        {
            await LineAsync(line => line == "event: version");
            return (await LineAsync(line => line.StartsWith("data: ", StringComparison.Ordinal)))!["data: ".Length..];
        }

        /// <summary>The next line of a kind; null at the end.</summary>
        public async Task<string?> LineAsync(Predicate<string> isWanted)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            limit.CancelAfter(TimeSpan.FromSeconds(20));
            while (await Lines.ReadLineAsync(limit.Token) is { } line)
            {
                if (isWanted(line))
                {
                    return line;
                }
            }
            return null;
        }

        public void Dispose()
        {
            Lines.Dispose();
            Answer.Dispose();
        }
    }
}
