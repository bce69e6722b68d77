using System.Net;
using Microsoft.AspNetCore.Hosting;
using SahelWatch.Hosting;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Hosting;

public sealed class LimitsTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Limits:FilesPerMinute", "/incidents.csv")]
    [InlineData("Limits:FilesPerMinute", "/trends.svg")]
    [InlineData("Limits:FilesPerMinute", "/map.svg")]
    [InlineData("Limits:RequestsPerMinute", "/api/v1/facets")]
    [InlineData("Limits:RequestsPerMinute", "/incidents")]
    [InlineData("Limits:RequestsPerMinute", "/changes.atom")]
    public async Task Visitor_who_asks_too_much_is_told_when_to_come_back(string limit, string path)
    {
        await using var limited = site.WithWebHostBuilder(builder => builder.UseSetting(limit, "2"));
        var client = limited.CreateClient();
        for (var i = 0; i < 2; i++)
        {
            using var allowed = await client.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        }

        using var refused = await client.GetAsync(path, Stop);
        using var style = await client.GetAsync("/css/base.css", Stop);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
    }

    [Theory]
    [InlineData("10.1.2.3", "10.1.2.3")]
    [InlineData("::ffff:10.1.2.3", "10.1.2.3")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2::9", "2001:db8:1:2::")]
    public void Visitor_is_an_address_or_a_subscribers_network(string address, string visitor) =>
        Assert.Equal(visitor, Limits.Visitor(IPAddress.Parse(address)));
}
