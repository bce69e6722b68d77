using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using SahelWatch.Hosting;
using Serilog.Events;

namespace SahelWatch.Tests.Hosting;

public sealed class RequestLogTests
{
    [Theory]
    [InlineData(200, 20, LogEventLevel.Information)]
    [InlineData(404, 20, LogEventLevel.Information)]
    [InlineData(200, 600, LogEventLevel.Warning)]
    [InlineData(503, 20, LogEventLevel.Error)]
    [InlineData(500, 600, LogEventLevel.Error)]
    public void Failed_request_is_an_error_and_a_slow_one_a_warning(
        int status, double milliseconds, LogEventLevel level)
    {
        var context = new DefaultHttpContext { Response = { StatusCode = status } };

        Assert.Equal(level, RequestLog.Level(context, milliseconds, error: null));
    }

    [Fact]
    public void Large_file_may_take_its_time()
    {
        var context = new DefaultHttpContext();
        context.SetEndpoint(new Endpoint(null, new(new EnableRateLimitingAttribute(Limits.Files)), "file"));

        Assert.Equal(LogEventLevel.Information, RequestLog.Level(context, 5000, error: null));
    }
}
