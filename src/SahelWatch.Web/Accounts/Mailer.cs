using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace SahelWatch.Accounts;

/// <summary>Section <c>Mail</c>: without a host, nothing is sent and administrators hand links on themselves.</summary>
public sealed class MailOptions
{
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    public string? User { get; init; }

    public string? Password { get; init; }

    public string? From { get; init; }
}

/// <summary>Sends links by mail where an operator has set a server.</summary>
public sealed partial class Mailer(IOptions<MailOptions> options, ILogger<Mailer> logger)
{
    /// <summary>Whether it was sent; a server that does not answer is logged, and the link is shown instead.</summary>
    public async Task<bool> TrySendAsync(string to, string subject, string body, CancellationToken cancellationToken)
    {
        var mail = options.Value;
        if (mail.Host is not { Length: > 0 } || mail.From is null || !MailboxAddress.TryParse(to, out var recipient))
        {
            return false;
        }
        using var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(mail.From));
        message.To.Add(recipient);
        message.Subject = subject;
        message.Body = new TextPart("plain") { Text = body };
        using var client = new SmtpClient { Timeout = 15_000 };
        try
        {
            await client.ConnectAsync(mail.Host, mail.Port, cancellationToken: cancellationToken);
            if (mail.User is { Length: > 0 })
            {
                await client.AuthenticateAsync(mail.User, mail.Password ?? "", cancellationToken);
            }
            await client.SendAsync(message, cancellationToken);
            await client.DisconnectAsync(true, cancellationToken);
            return true;
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException
            or MailKit.CommandException or MailKit.ProtocolException or MailKit.Security.AuthenticationException
            or TimeoutException)
        {
            Log.NotSent(logger, error.GetType().Name);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A mail could not be sent ({Reason}); its link was shown instead")]
        public static partial void NotSent(ILogger logger, string reason);
    }
}
