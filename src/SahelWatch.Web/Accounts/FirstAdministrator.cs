using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace SahelWatch.Accounts;

/// <summary>
/// While there is no administrator, every start prints a new one-time link to the console. The log tells only that it
/// was printed: logs are kept and handed on, and the link opens the site.
/// </summary>
public sealed partial class FirstAdministrator(
    IServiceScopeFactory scopes, IServer server, IOptions<AccessOptions> access, ILogger<FirstAdministrator> logger)
    : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (access.Value.IsReadOnly)
        {
            return;
        }
        await using var scope = scopes.CreateAsyncScope();
        var links = scope.ServiceProvider.GetRequiredService<AccountLinks>();
        if (await links.FirstAdministratorAsync(cancellationToken) is not { } secret)
        {
            return;
        }
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        var site = address.Replace("[::]", "localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("+", "localhost", StringComparison.Ordinal);
        await Console.Error.WriteLineAsync(
            $"\nNobody administers this site yet. Within 24 hours, open this link to make your account:\n"
            + $"  {site}/account/link?key={secret}\n"
            + "Where visitors reach the site by another address, put that one before /account/link.\n");
        Log.Printed(logger);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information,
            "There is no administrator: a one-time link to make the first one was printed to the console")]
        public static partial void Printed(ILogger logger);
    }
}
