using Microsoft.Net.Http.Headers;

namespace SahelWatch.Hosting;

/// <summary>Nothing here can be changed by request yet: every method but GET and HEAD is answered 405.</summary>
public static class ReadingMethods
{
    public static IApplicationBuilder UseReadingMethods(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return next(context);
        }
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers[HeaderNames.Allow] = "GET, HEAD";
        return Task.CompletedTask;
    });
}
