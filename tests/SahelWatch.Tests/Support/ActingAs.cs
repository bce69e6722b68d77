using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SahelWatch.Accounts;
using SahelWatch.Editing;

namespace SahelWatch.Tests.Support;

/// <summary>Every request comes from one person, however they signed in.</summary>
internal sealed class ActingAs(Person person) : IStartupFilter
{
    /// <summary>The site on the same database as that person meets it.</summary>
    public static WebApplicationFactory<Program> At(Site site, Person person) => site.WithWebHostBuilder(builder =>
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(new ActingAs(person))));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, then) =>
        {
            context.User = new ClaimsPrincipal(PersonClaims.Identity(person, "test", "test"));
            return then(context);
        });
        next(app);
    };
}
