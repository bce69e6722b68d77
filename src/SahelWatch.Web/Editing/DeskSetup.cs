namespace SahelWatch.Editing;

/// <summary>What the desk needs.</summary>
public static class DeskSetup
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddScoped<EntryBench>()
        .AddScoped<IncidentPress>()
        .AddScoped<EntryDesk>()
        .AddHostedService<DuePublisher>();
}
