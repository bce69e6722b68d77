using System.Globalization;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>
/// Reads the fields of one form and collects what is wrong with them. What a check returns after a problem is a
/// stand-in that lets the rest of the form be checked.
/// </summary>
public sealed class FormCheck
{
    private const int MostPeople = 1_000_000;
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    public void Add(string field, string? value, string expected, params string[] arguments) =>
        _problems.Add(new Problem(field, value, expected, arguments));

    public string Text(string field, string? value, int most)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Add(field, null, "Required");
            return "";
        }
        return OptionalText(field, value, most) ?? "";
    }

    public string? OptionalText(string field, string? value, int most)
    {
        if (value?.Length > most)
        {
            _problems.Add(Problem.TooLong(field, value, most));
        }
        else if (value is not null && ReadableText.Of(value) != value)
        {
            Add(field, value, "Characters");
        }
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    public T Choice<T>(string field, string? code) where T : struct, Enum
    {
        if (code is null)
        {
            Add(field, null, "Required");
        }
        else if (!Code.TryParse(code, out T value))
        {
            Add(field, code, "KnownCode");
        }
        else
        {
            return value;
        }
        return default;
    }

    public List<string> Choices(string field, IReadOnlyList<string> codes, IReadOnlyList<string> known)
    {
        foreach (var code in codes.Where(code => !known.Contains(code)))
        {
            Add(field, code, "KnownCode");
        }
        return [.. codes.Where(known.Contains).Distinct()];
    }

    public DateOnly? Day(string field, string? text)
    {
        if (text is null)
        {
            return null;
        }
        if (PartialDate.TryParse(text, out var date) && date.First == date.Last)
        {
            return date.First;
        }
        Add(field, text, "Day");
        return null;
    }

    public string? PartialDay(string field, string? text)
    {
        if (text is not null && !PartialDate.TryParse(text, out _))
        {
            Add(field, text, "Date");
        }
        return text;
    }

    /// <summary>Degrees with a point or, where there is no point, a decimal comma.</summary>
    public double? Degrees(string field, string? text, double most)
    {
        if (text is null)
        {
            return null;
        }
        if (TryDegrees(text, out var degrees) && Math.Abs(degrees) <= most)
        {
            return degrees;
        }
        var end = most.ToString(CultureInfo.InvariantCulture);
        Add(field, text, "Range", "-" + end, end);
        return null;
    }

    /// <summary>Reads degrees as <see cref="Degrees"/> does.</summary>
    public static bool TryDegrees(string? text, out double degrees)
    {
        var written = text?.Contains('.', StringComparison.Ordinal) == true ? text : text?.Replace(',', '.');
        return double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out degrees)
            && double.IsFinite(degrees);
    }

    public int? People(string field, string? text)
    {
        if (text is null)
        {
            return null;
        }
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var people) && people <= MostPeople)
        {
            return people;
        }
        Add(field, text, "People");
        return null;
    }

    public Toll Toll(string prefix, string? low, string? best, string? high)
    {
        var toll = new Toll(
            People($"{prefix}Low", low), People($"{prefix}Best", best), People($"{prefix}High", high));
        if (!toll.IsOrdered)
        {
            Add($"{prefix}Low", $"{low ?? "–"} / {best ?? "–"} / {high ?? "–"}", "TollOrder");
        }
        return toll;
    }

    public T? Known<T>(string field, string? key, IReadOnlyDictionary<string, T> records) where T : class
    {
        if (key is null)
        {
            Add(field, null, "Required");
        }
        else if (!records.TryGetValue(key, out var record))
        {
            Add(field, key, "KnownRecord");
        }
        else
        {
            return record;
        }
        return null;
    }
}
