using SahelWatch.Editing;
using SahelWatch.Tests.Support;

namespace SahelWatch.Browser.Support;

/// <summary>Sessions for visitors who are not here to sign in.</summary>
internal static class DeskSession
{
    /// <summary>Gives the visitor the session of a new person.</summary>
    public static async Task<Person> SignInAsync(this Visit visit, BrowserSite site, string name, params Role[] roles)
    {
        var person = await site.PersonAsync(name, roles);
        await visit.SignInAsync(site.Services, person);
        return person;
    }

    /// <summary>Gives the visitor a session of a person there is.</summary>
    public static async Task SignInAsync(this Visit visit, IServiceProvider services, Person person)
    {
        var cookie = await services.SessionAsync(person);
        await visit.Page.Context.AddCookiesAsync(
            [new() { Name = cookie.Name, Value = cookie.Value, Url = visit.Address }]);
    }
}
