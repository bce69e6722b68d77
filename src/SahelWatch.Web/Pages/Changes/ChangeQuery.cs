using System.Globalization;
using SahelWatch.Hosting;
using SahelWatch.Incidents;

namespace SahelWatch.Pages.Changes;

/// <summary>Which changes an address asks for.</summary>
/// <param name="Since">Key of the last revision that the reader knows; 0 for none.</param>
/// <param name="SinceTime">Only what was changed later than this, UTC.</param>
/// <param name="Before">Key of the revision that the page before ended with; null on the first page.</param>
/// <param name="Incident">Number of the one incident asked about.</param>
public sealed record ChangeQuery(
    int Since, DateTime? SinceTime, int? Before, RevisionKind? Kind, int? Incident, bool IsOldestFirst, int Size)
{
    public const int UsualSize = 50;
    public const int LargestSize = 200;

    public static readonly string[] ApiKeys = ["since", "before", "change", "incident", "order", "size"];

    private static readonly string[] Times =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>How a place in the changes is written: readers keep it and give it back.</summary>
    public static string Cursor(int revision) => string.Create(CultureInfo.InvariantCulture, $"r{revision}");

    public static ChangeQuery Read(ViewRequest view)
    {
        var since = view.One("since");
        DateTime? time = null;
        if (since is not null && Place(since) is null)
        {
            time = Time(since);
            if (time is null)
            {
                view.Report(new Problem("since", since, "Since"));
            }
        }
        return new ChangeQuery(
            since is null ? 0 : Place(since) ?? 0,
            time,
            Number(view, "before", "Cursor", Place),
            KindOf(view),
            Number(view, "incident", "Number", text => Whole(text, int.MaxValue)),
            view.Choice("order", ChangeOrder.Newest) == ChangeOrder.Oldest,
            Number(view, "size", "PageSize", text => Whole(text, LargestSize)) ?? UsualSize);
    }

    private static RevisionKind? KindOf(ViewRequest view)
    {
        if (view.One("change") is not { } text)
        {
            return null;
        }
        if (Code.TryParse<RevisionKind>(text, out var kind))
        {
            return kind;
        }
        view.Report(new Problem("change", text, "OneOf", string.Join(", ", Code.All<RevisionKind>())));
        return null;
    }

    private static int? Number(ViewRequest view, string key, string expected, Func<string, int?> read)
    {
        if (view.One(key) is not { } text)
        {
            return null;
        }
        var number = read(text);
        if (number is null && view.Problems.All(problem => problem.Field != key))
        {
            view.Report(new Problem(key, text, expected));
        }
        return number;
    }

    private static int? Place(string text) =>
        text.StartsWith('r') && (text == "r0" || Whole(text[1..], int.MaxValue) is not null)
            ? int.Parse(text[1..], CultureInfo.InvariantCulture)
            : null;

    private static int? Whole(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= most
            ? number
            : null;

    private static DateTime? Time(string text) => DateTime.TryParseExact(
        text, Times, CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        ? time
        : null;
}

/// <summary>In which order changes are listed.</summary>
public enum ChangeOrder
{
    Newest,
    Oldest,
}
