using System.IO.Compression;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;
using SahelWatch.Hosting;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace SahelWatch;

/// <summary>How the site is put together: services, then the pipeline, as short lists of named steps.</summary>
public static class SahelWatchApp
{
    public static WebApplicationBuilder AddSahelWatch(this WebApplicationBuilder builder)
    {
        builder.Host.UseSerilog(ConfigureLog);
        builder.Services.AddOptions<MapOptions>().BindConfiguration("Map").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Text>();
        builder.Services.AddSingleton<IncidentStore>();
        builder.Services.AddScoped<Pages.Shared.IncidentLines>();
        builder.Services.AddLanguages();
        builder.Services.AddErrorAnswers();
        builder.Services.AddLimits();
        builder.Services.AddRazorPages();
        builder.Services.AddOpenApi("v1");
        builder.Services.AddCompression();
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new CodeJsonConverterFactory());
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        });
        builder.Services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        return builder;
    }

    public static WebApplication UseSahelWatch(this WebApplication app)
    {
        app.UseSecurityHeaders(app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<MapOptions>>().Value);
        app.UseSerilogRequestLogging(options => options.MessageTemplate =
            "{RequestMethod} {RequestPath} answered {StatusCode} in {Elapsed:0.0} ms");
        app.UseResponseCompression();
        app.UseLanguages();
        app.UseErrorAnswers();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapOpenApi("/openapi/{documentName}.json");
        return app;
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var app = WebApplication
            .CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory })
            .AddSahelWatch()
            .Build();
        await app.UseSahelWatch().RunAsync();
        return 0;
    }

    private static IServiceCollection AddLimits(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(Limits.Files, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = 60, Window = TimeSpan.FromMinutes(1) }));
        });

    private static IServiceCollection AddCompression(this IServiceCollection services) => services
        .AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes, "application/geo+json", "application/problem+json", "image/svg+xml",
            ];
        })
        .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest)
        .Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);

    private static void ConfigureLog(HostBuilderContext context, LoggerConfiguration log)
    {
        log.MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Warning)
            .ReadFrom.Configuration(context.Configuration)
            .Enrich.FromLogContext();
        if (context.HostingEnvironment.IsDevelopment())
        {
            log.WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        }
        else
        {
            log.WriteTo.Console(new CompactJsonFormatter());
        }
    }
}
