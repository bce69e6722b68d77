using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace SahelWatch.Hosting;

/// <summary>Section <c>Limits</c>: how much one visitor may ask; each 1 or more.</summary>
public sealed class Limits
{
    /// <summary>Name of the rate-limit policy of whole-selection files.</summary>
    public const string Files = "files";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Whole-selection files that one visitor may fetch in a minute.</summary>
    public int FilesPerMinute { get; init; } = 60;

    /// <summary>
    /// Pages and API answers that one visitor may fetch in a minute; scripts and styles do not count.
    /// </summary>
    public int RequestsPerMinute { get; init; } = 1200;

    /// <summary>A visitor is an IPv4 address or an IPv6 network of 64 bits, as one subscriber is given.</summary>
    public static string Visitor(IPAddress? address)
    {
        if (address is null || address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
        {
            return address?.MapToIPv4().ToString() ?? "";
        }
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes).ToString();
    }

    internal static RateLimitPartition<string> ForFiles(HttpContext context) =>
        Fixed($"files {Visitor(context.Connection.RemoteIpAddress)}", Of(context).FilesPerMinute);

    internal static RateLimitPartition<string> ForRequests(HttpContext context) =>
        context.IsForStaticFile() || context.Request.Path.StartsWithSegments("/healthz")
            ? RateLimitPartition.GetNoLimiter("free")
            : Fixed($"requests {Visitor(context.Connection.RemoteIpAddress)}", Of(context).RequestsPerMinute);

    internal static void TellWhen(HttpContext context) =>
        context.Response.Headers.RetryAfter = Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    private static Limits Of(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<Limits>>().Value;

    private static RateLimitPartition<string> Fixed(string visitor, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(
            visitor, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window });
}
