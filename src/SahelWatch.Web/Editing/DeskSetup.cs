using SahelWatch.Editing.Archiving;
using SahelWatch.Pages.Desk.Entries;

namespace SahelWatch.Editing;

/// <summary>What the desk needs.</summary>
public static class DeskSetup
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddOptions<ArchiveOptions>().BindConfiguration("Archive")
            .Validate(
                options => options.MostKilobytes is >= 1 and <= 10_000, "Archive:MostKilobytes must be 1 to 10000.")
            .Validate(options => options.Seconds is >= 1 and <= 120, "Archive:Seconds must be 1 to 120.")
            .ValidateOnStart();
        services.AddOptions<DuplicateOptions>().BindConfiguration("Duplicates")
            .Validate(options => options.Days is >= 0 and <= 60, "Duplicates:Days must be 0 to 60.")
            .Validate(options => options.Km is >= 0 and <= 500, "Duplicates:Km must be 0 to 500.")
            .ValidateOnStart();
        // An entry of 30 sources with a dozen facts each has more fields than forms may have by default.
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(options => options.ValueCountLimit = 4096);
        return services
            .AddScoped<DuplicateFinder>()
            .AddSingleton<PageFetcher>()
            .AddScoped<SourceArchiver>()
            .AddScoped<EntryBench>()
            .AddScoped<IncidentPress>()
            .AddScoped<EntryDesk>()
            .AddScoped<DueEntries>()
            .AddScoped<EarlierState>()
            .AddScoped<IncidentDesk>()
            .AddScoped<Pages.Desk.DeskQueue>()
            .AddScoped<EntryWork>()
            .AddSingleton<Lookups>()
            .AddScoped<RecordDesk>()
            .AddScoped<ActorMerge>()
            .AddHostedService<DuePublisher>();
    }
}
