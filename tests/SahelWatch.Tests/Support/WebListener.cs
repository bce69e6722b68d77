using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SahelWatch.Tests.Support;

/// <summary>A server on this machine that answers every request the same, and tells what it was asked.</summary>
internal sealed class WebListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<string> _asked = new();

    public WebListener()
    {
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>First lines of the requests.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    /// <summary>Head and body.</summary>
    public string Answer { get; set; } = Page("text/plain", "inside");

    public static string Page(string type, string body) =>
        $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_end.Token);
            var stream = client.GetStream();
            using var reader = new StreamReader(stream);
            _asked.Enqueue(await reader.ReadLineAsync(_end.Token) ?? "");
            while (await reader.ReadLineAsync(_end.Token) is { Length: > 0 })
            {
            }
            await stream.WriteAsync(Encoding.UTF8.GetBytes(Answer), _end.Token);
        }
    }
}
