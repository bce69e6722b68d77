using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace SahelWatch.Hosting;

/// <summary>
/// English and French: by <c>?lang=</c>, which pages then remember, by cookie, or as the browser asks.
/// </summary>
public static class Languages
{
    public const string QueryKey = "lang";

    public const string CookieName = "lang";

    public static IServiceCollection AddLanguages(this IServiceCollection services) =>
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture("en").AddSupportedCultures("en", "fr").AddSupportedUICultures("en", "fr");
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders =
            [
                new QueryStringRequestCultureProvider { QueryStringKey = QueryKey, UIQueryStringKey = QueryKey },
                new CookieRequestCultureProvider { CookieName = CookieName },
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });

    /// <summary>Sets the request's culture, and keeps a language chosen by link.</summary>
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) =>
        app.UseRequestLocalization().Use((context, next) =>
        {
            context.Response.Headers.Vary = "Accept-Language, Cookie";
            if (context.Request.Query[QueryKey] is [{ } chosen] && Text.Languages.Contains(chosen)
                && ErrorAnswers.IsForPeople(context))
            {
                context.Response.Cookies.Append(
                    CookieName,
                    CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(CultureInfo.CurrentCulture)),
                    new CookieOptions
                    {
                        HttpOnly = true,
                        SameSite = SameSiteMode.Lax,
                        Secure = context.Request.IsHttps,
                        MaxAge = TimeSpan.FromDays(365),
                        IsEssential = true,
                    });
            }
            return next(context);
        });
}
