namespace SahelWatch.Pages.Account;

/// <summary>A browser and its system in words, from what the browser calls itself.</summary>
public static class DeviceWords
{
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"),
        ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <summary>As "Firefox, Android"; what is not known is given as the browser gave it.</summary>
    public static string Of(string device)
    {
        var browser = Array.Find(Browsers, one => device.Contains(one.Mark, StringComparison.Ordinal)).Name;
        var system = Array.Find(Systems, one => device.Contains(one.Mark, StringComparison.Ordinal)).Name;
        return browser is null || system is null ? device : $"{browser}, {system}";
    }
}
