using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace SahelWatch.Hosting;

/// <summary>
/// Setting <c>Proxies</c>: addresses or networks of reverse proxies whose <c>X-Forwarded-For</c> and
/// <c>X-Forwarded-Proto</c> are believed; none by default, so that no visitor can forge them.
/// </summary>
public static class Proxies
{
    public static IServiceCollection AddProxies(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>()
            .Configure<IConfiguration>((options, configuration) =>
            {
                options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
                options.KnownProxies.Clear();
                options.KnownIPNetworks.Clear();
                foreach (var text in configuration.GetSection("Proxies").Get<string[]>() ?? [])
                {
                    if (IPAddress.TryParse(text, out var address))
                    {
                        options.KnownProxies.Add(address);
                    }
                    else if (System.Net.IPNetwork.TryParse(text, out var network))
                    {
                        options.KnownIPNetworks.Add(network);
                    }
                    else
                    {
                        throw new StartException(
                            $"Proxies holds '{text}'; expected an address such as 10.0.0.1 "
                                + "or a network such as 10.0.0.0/8.");
                    }
                }
            })
            .ValidateOnStart();
        return services;
    }

    /// <summary>Does nothing while no proxy is named.</summary>
    public static IApplicationBuilder UseProxies(this WebApplication app) =>
        app.Configuration.GetSection("Proxies").GetChildren().Any() ? app.UseForwardedHeaders() : app;
}
