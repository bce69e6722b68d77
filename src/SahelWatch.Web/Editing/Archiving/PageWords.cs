using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace SahelWatch.Editing.Archiving;

/// <summary>
/// The words of a page without its markup. It reads tag by tag and builds no tree: of a page made to be costly, with
/// hundreds of thousands of elements inside one another, a tree takes minutes.
/// </summary>
public static class PageWords
{
    /// <summary>Bytes within which a page that says how it is written has to say it.</summary>
    private const int LongestHead = 1024;

    private static readonly Regex Charset = new(
        """<meta[^>]+charset\s*=\s*["']?([\w-]+)""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    /// <summary>Elements that stand within a line; all others begin a new one.</summary>
    private static readonly FrozenSet<string> Inline = FrozenSet.Create(
        StringComparer.Ordinal,
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark",
        "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr");

    public static string Of(string html)
    {
        using var source = new TextSource(html);
        using var tags = new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            ShouldEmitAttribute = static (ref _, _) => false,
        };
        var words = new StringBuilder();
        string? unread = null;
        while (tags.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            if (token.Type == HtmlTokenType.Character && unread is null)
            {
                words.Append(token.Data);
            }
            else if (token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag)
            {
                words.Append(Inline.Contains(token.Name) ? "" : "\n");
                unread = token.Type == HtmlTokenType.EndTag && token.Name == unread ? null : unread;
            }
            if (token.Type == HtmlTokenType.StartTag)
            {
                tags.State = StateIn(token.Name);
                unread ??= token.Name is "script" or "style" ? token.Name : null;
            }
        }
        return Lines(words.ToString());
    }

    /// <summary>
    /// Bytes as text: as the answer says, else as the page itself says near its beginning, else UTF-8.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, LongestHead)]);
        var name = charset?.Trim('"') ?? (Charset.Match(head) is { Success: true } own ? own.Groups[1].Value : "utf-8");
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return encoding.GetString(bytes);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return Encoding.UTF8.GetString(bytes);
        }
    }

    /// <summary>Lines that say something, without the blanks around them.</summary>
    public static string Lines(string text) => string.Join('\n', text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static HtmlParseMode StateIn(string element) => element switch
    {
        "script" => HtmlParseMode.Script,
        "style" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };
}
