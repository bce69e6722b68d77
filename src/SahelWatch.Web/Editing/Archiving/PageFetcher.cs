using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace SahelWatch.Editing.Archiving;

/// <summary>
/// Fetches a page that an editor cites. It speaks to the public internet alone, on the ports of http and https: the
/// address is resolved once, checked, and connected to as checked; redirects are not followed, no proxy is asked.
/// </summary>
public sealed class PageFetcher : IDisposable
{
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly Func<IPAddress, int, bool> _mayConnect;
    private readonly ArchiveOptions _options;
    private readonly HttpClient _client;

    public PageFetcher(IOptions<ArchiveOptions> options)
        : this(options.Value, Dns.GetHostAddressesAsync, MayConnect)
    {
    }

    /// <param name="resolve">Addresses of a host.</param>
    /// <param name="mayConnect">Whether an address and port may be spoken to.</param>
    public PageFetcher(
        ArchiveOptions options,
        Func<string, CancellationToken, Task<IPAddress[]>> resolve,
        Func<IPAddress, int, bool> mayConnect)
    {
        (_options, _resolve, _mayConnect) = (options, resolve, mayConnect);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = ConnectAsync,
        });
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("SahelWatch", "1.0"));
    }

    public static bool MayConnect(IPAddress address, int port) => port is 80 or 443 && PublicAddress.Is(address);

    /// <summary>The page, or why there is none.</summary>
    public async Task<(FetchedPage? Page, Problem? Problem)> FetchAsync(
        string url, CancellationToken cancellationToken)
    {
        if (Incidents.Source.LinkOf(url) is not { } link || link.UserInfo.Length > 0)
        {
            return (null, new Problem("Url", url, "Url"));
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(_options.Seconds));
        try
        {
            using var answer = await _client.GetAsync(link, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return answer.StatusCode == HttpStatusCode.OK
                ? (await ReadAsync(answer.Content, patience.Token), null)
                : (null, new Problem("Url", $"{(int)answer.StatusCode} {url}", "FetchedPage"));
        }
        catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.NameResolutionError)
        {
            return (null, new Problem("Url", url, "PublicPage"));
        }
        catch (Exception error) when (
            error is HttpRequestException or IOException or InvalidDataException or InvalidOperationException)
        {
            return (null, new Problem("Url", url, "ReachablePage"));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new Problem("Url", url, "PageInTime", $"{_options.Seconds}"));
        }
    }

    public void Dispose() => _client.Dispose();

    private async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal)
            ? [literal]
            : await _resolve(host, cancellationToken);
        if (addresses.Length == 0 || !addresses.All(address => _mayConnect(address, port)))
        {
            // As of a name that nobody knows: whoever asks does not learn which names are known inside.
            throw new SocketException((int)SocketError.HostNotFound);
        }
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<FetchedPage> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var most = _options.MostKilobytes * 1000;
        var bytes = new byte[most];
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var length = await stream.ReadAtLeastAsync(bytes, most, throwOnEndOfStream: false, cancellationToken);
        var isCut = length == most && await stream.ReadAsync(new byte[1], cancellationToken) > 0;
        var type = content.Headers.ContentType?.MediaType ?? "application/octet-stream";
        var body = bytes.AsSpan(0, length);
        return new FetchedPage(
            type.Length > 100 ? type[..100] : type,
            Convert.ToHexStringLower(SHA256.HashData(body)),
            length,
            isCut,
            Words(type, content.Headers.ContentType?.CharSet, body));
    }

    private static string? Words(string type, string? charset, ReadOnlySpan<byte> body)
    {
        if (type is "text/html" or "application/xhtml+xml")
        {
            return PageWords.Of(PageWords.Decode(body, charset));
        }
        return type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "application/xml"
            ? PageWords.Lines(PageWords.Decode(body, charset))
            : null;
    }
}

/// <summary>A page as fetched.</summary>
/// <param name="Sha256">Of the bytes received, in hexadecimal.</param>
/// <param name="Length">Bytes received.</param>
/// <param name="IsCut">Whether the page went on.</param>
/// <param name="Text">Its words without markup; null where it has none.</param>
public sealed record FetchedPage(string ContentType, string Sha256, int Length, bool IsCut, string? Text);
