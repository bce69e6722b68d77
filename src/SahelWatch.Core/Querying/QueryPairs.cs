using System.Net;

namespace SahelWatch.Querying;

/// <summary>A query string as ordered pairs; empty values, as forms send them for blank fields, are left out.</summary>
public static class QueryPairs
{
    public static IEnumerable<KeyValuePair<string, string>> Read(string? query)
    {
        foreach (var part in (query ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var key = WebUtility.UrlDecode(equals < 0 ? part : part[..equals]);
            var value = equals < 0 ? "" : WebUtility.UrlDecode(part[(equals + 1)..]).Trim();
            if (value.Length > 0)
            {
                yield return new(key, value);
            }
        }
    }

    public static string Write(IEnumerable<KeyValuePair<string, string>> pairs) =>
        string.Join('&', pairs.Select(pair => $"{Escape(pair.Key)}={Escape(pair.Value)}"));

    private static string Escape(string text) =>
        Uri.EscapeDataString(text)
            .Replace("%2C", ",", StringComparison.Ordinal).Replace("%20", "+", StringComparison.Ordinal);
}
