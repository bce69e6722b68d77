using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SahelWatch.Accounts;

/// <summary>
/// Says of each page what its endpoint cannot tell by itself: who may see it, and the methods it answers.
/// </summary>
public static class PageAccess
{
    private static readonly string[] Changing =
        [HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];

    /// <summary>A page that names no policy of its own is for readers.</summary>
    public static void DescribePages(this PageConventionCollection conventions) =>
        conventions.AddFolderApplicationModelConvention("/", page =>
        {
            if (!page.HandlerTypeAttributes.OfType<IAuthorizeData>().Any()
                && !page.HandlerTypeAttributes.OfType<IAllowAnonymous>().Any())
            {
                page.EndpointMetadata.Add(new AuthorizeAttribute(Policies.Reading));
            }
            var handled = page.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).ToHashSet();
            page.EndpointMetadata.Add(new PageMethods(
                [HttpMethods.Get, HttpMethods.Head, .. Changing.Where(handled.Contains)]));
        });
}
