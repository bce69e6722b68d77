using System.Globalization;
using System.Security.Claims;
using SahelWatch.Editing;

namespace SahelWatch.Accounts;

/// <summary>A person as the claims of a session, and back.</summary>
public static class PersonClaims
{
    public const string Session = "session";
    private const string Region = "region";

    /// <summary>Who is signed in; null for everyone else.</summary>
    public static Person? Person(this ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated == true
        && int.TryParse(
            principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            ? new Person(
                id,
                principal.FindFirstValue(ClaimTypes.Name) ?? "",
                [.. principal.FindAll(ClaimTypes.Role).Select(claim => Enum.Parse<Role>(claim.Value))],
                [.. principal.FindAll(Region).Select(claim => claim.Value)])
            : null;

    public static ClaimsIdentity Identity(Person person, string session, string scheme) => new(
        [
            new Claim(ClaimTypes.NameIdentifier, person.Id.ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Name, person.Name),
            new Claim(Session, session),
            .. person.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())),
            .. person.Regions.Select(region => new Claim(Region, region)),
        ],
        scheme);
}
