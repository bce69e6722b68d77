namespace SahelWatch.Editing;

/// <summary>Web addresses made comparable: two that lead to one page have one key.</summary>
public static class SourceAddress
{
    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid", "_ga", "xtor", "at_medium",
        "at_campaign",
    };

    /// <summary>
    /// Host without <c>www.</c>, path without the slash at its end, and the query without what only tells where a
    /// reader came from; scheme and fragment do not count. Null for what is no web address.
    /// </summary>
    public static string? KeyOf(string? url)
    {
        if (Parse(url) is not { } link)
        {
            return null;
        }
        var query = link.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => pair.Split('=')[0] is var name && !Tracking.Contains(name)
                && !name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);
        var path = link.AbsolutePath.TrimEnd('/');
        var key = $"{HostOf(link)}{(link.IsDefaultPort ? "" : $":{link.Port}")}{path}";
        return string.Join('&', query) is { Length: > 0 } rest ? $"{key}?{rest}" : key;
    }

    /// <summary>The host of an address without <c>www.</c>; null for what is no web address.</summary>
    public static string? HostOf(string? url) => Parse(url) is { } link ? HostOf(link) : null;

    private static string HostOf(Uri link)
    {
        var host = link.IdnHost.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    /// <summary>
    /// People leave the scheme out: a text with a dot before its first slash is taken for an address.
    /// </summary>
    private static Uri? Parse(string? url)
    {
        var text = url?.Trim() ?? "";
        if (text.Length == 0 || text.Any(char.IsWhiteSpace))
        {
            return null;
        }
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            if (!text.Split('/')[0].Contains('.', StringComparison.Ordinal))
            {
                return null;
            }
            text = $"https://{text}";
        }
        return Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "http" or "https"
            && link.Host.Length > 0 ? link : null;
    }
}
