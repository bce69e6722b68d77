using Microsoft.AspNetCore.Mvc;

namespace SahelWatch.Accounts;

/// <summary>Where to go after signing in: an address of this site, or the start page.</summary>
public static class ReturnAddress
{
    public static string Of(IUrlHelper url, string? asked) =>
        asked is { Length: > 0 and <= 2000 } && url.IsLocalUrl(asked) && asked[0] == '/'
        && !asked.Any(letter => char.IsControl(letter) || letter == '\\')
            ? asked
            : url.Content("~/");
}
