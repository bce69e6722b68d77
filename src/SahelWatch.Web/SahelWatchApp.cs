using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using SahelWatch.Accounts;
using SahelWatch.Data;
using SahelWatch.Editing;
using SahelWatch.Hosting;
using SahelWatch.Importing;
using SahelWatch.Pages.Account;
using SahelWatch.Pages.Actors;
using SahelWatch.Pages.Calendar;
using SahelWatch.Pages.Changes;
using SahelWatch.Pages.Desk.Entries;
using SahelWatch.Pages.Desk.Records;
using SahelWatch.Pages.Incidents;
using SahelWatch.Pages.Map;
using SahelWatch.Pages.Regions;
using SahelWatch.Pages.Shared;
using SahelWatch.Pages.Trends;
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
        builder.Services.AddDatabase();
        builder.Services.AddAccounts();
        builder.Services.AddDesk();
        builder.Services.AddScoped<IncidentLines>();
        builder.Services.AddScoped<IncidentRecords>();
        builder.Services.AddScoped<IncidentReader>();
        builder.Services.AddChanges();
        builder.Services.AddLive();
        builder.Services.AddMap();
        builder.Services.AddSingleton<BaseMap>();
        builder.Services.AddLanguages();
        builder.Services.AddErrorAnswers();
        builder.Services.AddLimits();
        builder.Services.AddViewCache();
        builder.Services.AddProxies();
        builder.Services.AddRazorPages(pages =>
        {
            pages.Conventions.ConfigureFilter(new UnreadKeys());
            pages.Conventions.KeepFilteredPages();
            pages.Conventions.AddNewEntry();
            pages.Conventions.DescribePages();
        }).AddMvcOptions(options =>
        {
            // These throw at a name with a bracket that is not closed, whoever sends it.
            options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            options.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
        });
        builder.Services.Configure<WebEncoderOptions>(options =>
            options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddApiDescription();
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
        app.UseProxies();
        app.UseSecurityHeaders(app.Services.GetRequiredService<IOptions<MapOptions>>().Value);
        app.UseRequestLog();
        app.UseLanguages();
        app.UseErrorAnswers();
        app.UseDatabaseTrouble();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseDefaultDeny();
        app.UseNothingKept();
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseAntiforgery();
        app.UseSafeChanges();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapIncidents();
        app.MapMap();
        app.MapTrends();
        app.MapHealth();
        app.MapActors();
        app.MapRegions();
        app.MapCalendar();
        app.MapPasskeys();
        app.MapLookups();
        app.MapChanges();
        app.MapLive();
        app.MapOpenApi("/openapi/{documentName}.json")
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]))
            .RequireAuthorization(Policies.Reading);
        return app;
    }

    /// <summary>Runs the verb asked for, or serves. Exit codes as in <see cref="Verbs"/>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var app = WebApplication
            .CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory })
            .AddSahelWatch()
            .Build();
        try
        {
            if (Verbs.Asked(args))
            {
                app.Services.GetRequiredService<IStartupValidator>().Validate();
                return await Verbs.RunAsync(app.Services, args, Console.Out);
            }
            await app.UseSahelWatch().StartAsync();
        }
        catch (Exception error) when (Sentence(app, error) is not null)
        {
            await Console.Error.WriteLineAsync(Sentence(app, error));
            return 1;
        }
        var site = app.Services.GetRequiredService<IncidentStore>().Current;
        Log.Information("SahelWatch serves {Incidents} incidents at {Addresses} from {Database}",
            site.Count, app.Urls, app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value.FullPath);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static string? Sentence(WebApplication app, Exception error) => StartFailure.Sentence(
        error, app.Configuration["Urls"], AppFolders.Resolve(app.Configuration["Database:Path"] ?? ""));

    private static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.AddOptions<DatabaseOptions>().BindConfiguration("Database")
            .Validate(
                options => options.Path.Length > 0, "Database:Path is empty; expected the path of the SQLite file.")
            .Validate(
                options => options.FullSnapshotPath != options.FullPath,
                "Database:SnapshotPath is the database itself; expected another file, or none.")
            .ValidateOnStart();
        services.AddDbContextPool<SqliteContext>((provider, options) =>
            SqliteContext.Configure(
                options, provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString));
        services.AddScoped<SahelWatchDbContext>(provider => provider.GetRequiredService<SqliteContext>());
        services.AddScoped<SeedLoader>();
        services.AddSingleton<EmbeddedSet>();
        services.AddSingleton<IncidentStore>();
        services.AddSingleton<IndexFile>();
        services.AddSingleton<SiteStart>();
        services.AddHostedService(provider => provider.GetRequiredService<SiteStart>());
        services.AddHealthChecks().AddDbContextCheck<SqliteContext>(tags: ["ready"]);
        return services;
    }

    private static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/healthz/ready", new() { Predicate = check => check.Tags.Contains("ready") })
            .AllowAnonymous();
    }

    private static IServiceCollection AddCompression(this IServiceCollection services) => services
        .AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes, "application/geo+json", "application/problem+json",
                "image/svg+xml", "application/atom+xml",
                "text/csv",
            ];
        })
        .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal)
        .Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);

    private static void ConfigureLog(HostBuilderContext context, LoggerConfiguration log)
    {
        var isForPeople = context.HostingEnvironment.IsDevelopment();
        log.MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Warning)
            .MinimumLevel.Override(RequestLog.Source, isForPeople ? LogEventLevel.Information : LogEventLevel.Warning)
            .ReadFrom.Configuration(context.Configuration)
            .Filter.ByExcluding(RequestLog.HoldsQuery)
            .Enrich.FromLogContext();
        if (isForPeople)
        {
            log.WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        }
        else
        {
            log.WriteTo.Console(new CompactJsonFormatter());
        }
    }
}
