using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace SahelWatch.Tests.Support;

/// <summary>A mail server on this machine that takes every mail and keeps what it was told.</summary>
internal sealed class MailBox : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Mail> _mails = [];

    public MailBox()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyList<Mail> Mails
    {
        get
        {
            lock (_mails)
            {
                return [.. _mails];
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception error) when (error is ObjectDisposedException or SocketException or IOException)
        {
            // The test is over, or the sender gave up.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        List<string> recipients = [];
        while (await reader.ReadLineAsync() is { } command)
        {
            switch (command.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "RCPT":
                    recipients.Add(command[(command.IndexOf('<', StringComparison.Ordinal) + 1)..command.IndexOf('>', StringComparison.Ordinal)]);
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var text = new StringBuilder();
                    while (await reader.ReadLineAsync() is { } line && line != ".")
                    {
                        text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append('\n');
                    }
                    lock (_mails)
                    {
                        _mails.Add(new Mail([.. recipients], text.ToString()));
                    }
                    await writer.WriteLineAsync("250 kept");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    /// <summary>One mail: to whom, and all of its lines.</summary>
    internal sealed record Mail(IReadOnlyList<string> Recipients, string Text)
    {
        public IReadOnlyList<string> Headers => Text.Split("\n\n")[0].Replace("\n ", " ", StringComparison.Ordinal)
            .Replace("\n\t", " ", StringComparison.Ordinal).Split('\n');

        public async Task<string> BodyAsync()
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Text));
            using var message = await MimeMessage.LoadAsync(stream, TestContext.Current.CancellationToken);
            return message.TextBody!;
        }
    }
}
