using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using SahelWatch.Pages.Shared;

namespace SahelWatch.Hosting;

/// <summary>Says which endpoints and pages keep their answers.</summary>
public static class ViewCacheSetup
{
    public static IServiceCollection AddViewCache(this IServiceCollection services)
    {
        services.AddOptions<ViewCacheOptions>().BindConfiguration("Cache")
            .Validate(options => options.Megabytes >= 0, "Cache:Megabytes must be 0 or more.")
            .ValidateOnStart();
        services.AddOptions<OutputCacheOptions>().Configure<IOptions<ViewCacheOptions>>((cache, options) =>
        {
            cache.SizeLimit = options.Value.Megabytes * 1024L * 1024;
            cache.MaximumBodySize = ViewCache.LargestBody;
            cache.UseCaseSensitivePaths = true;
        });
        return services.AddOutputCache();
    }

    /// <summary>The endpoint answers for a filter alone, in a body of bounded size.</summary>
    public static RouteHandlerBuilder IsKept(this RouteHandlerBuilder route) => route.CacheOutput(ViewCache.Policy);

    /// <summary>Every page about a filter is kept.</summary>
    public static void KeepFilteredPages(this PageConventionCollection conventions) =>
        conventions.AddFolderApplicationModelConvention("/", page =>
        {
            if (page.ModelType?.IsAssignableTo(typeof(FilteredPage)) == true)
            {
                page.EndpointMetadata.Add(ViewCache.Policy);
            }
        });
}
