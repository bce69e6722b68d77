namespace SahelWatch.Hosting;

/// <summary>Puts <see cref="Limits"/> in force.</summary>
public static class LimitSetup
{
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddOptions<Limits>().BindConfiguration("Limits")
            .Validate(limits => limits.FilesPerMinute > 0, "Limits:FilesPerMinute must be 1 or more.")
            .Validate(limits => limits.RequestsPerMinute > 0, "Limits:RequestsPerMinute must be 1 or more.")
            .ValidateOnStart();
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter =
                System.Threading.RateLimiting.PartitionedRateLimiter.Create<HttpContext, string>(Limits.ForRequests);
            options.AddPolicy(Limits.Files, Limits.ForFiles);
            options.OnRejected = (context, _) =>
            {
                Limits.TellWhen(context.HttpContext);
                return ValueTask.CompletedTask;
            };
        });
    }
}
