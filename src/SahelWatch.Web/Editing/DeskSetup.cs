using SahelWatch.Editing.Archiving;

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
        return services
            .AddSingleton<PageFetcher>()
            .AddScoped<SourceArchiver>()
            .AddScoped<EntryBench>()
            .AddScoped<IncidentPress>()
            .AddScoped<EntryDesk>()
            .AddSingleton<Lookups>()
            .AddScoped<RecordDesk>()
            .AddScoped<ActorMerge>()
            .AddHostedService<DuePublisher>();
    }
}
