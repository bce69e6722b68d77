using Microsoft.AspNetCore.StaticAssets;

namespace SahelWatch.Hosting;

/// <summary>Scripts, styles and icons, which are the same for everyone.</summary>
public static class StaticFiles
{
    public static bool IsForStaticFile(this HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}
