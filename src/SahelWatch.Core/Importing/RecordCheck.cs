using System.Globalization;

namespace SahelWatch.Importing;

/// <summary>
/// Collects the problems of one record, each named "file: record: field". What a check returns after a problem is a
/// stand-in that lets the rest of the record be checked; a set with problems is never handed out.
/// </summary>
internal sealed class RecordCheck(List<Problem> problems, string file, string record)
{
    public void Add(string field, string? value, string expected, params string[] arguments) =>
        problems.Add(new Problem($"{file}: {record}: {field}", value, expected, arguments));

    public string Text(string field, string? value, int most = int.MaxValue)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Add(field, value, "Required");
        }
        else if (value.Length > most)
        {
            Add(field, value, "TextLength", most.ToString(CultureInfo.InvariantCulture));
        }
        return value ?? "";
    }

    public string? OptionalText(string field, string? value, int most) =>
        value is null ? null : Text(field, value, most);

    public T Required<T>(string field, T? value) where T : struct
    {
        if (value is null)
        {
            Add(field, null, "Required");
        }
        return value.GetValueOrDefault();
    }

    /// <summary>The entry of a mapping table; a word without one is a problem, never dropped.</summary>
    public T? Mapped<T>(string field, string? word, IReadOnlyDictionary<string, T> table)
    {
        if (word is not null && table.TryGetValue(word, out var entry))
        {
            return entry;
        }
        Add(field, word, word is null ? "Required" : "Mapped");
        return default;
    }

    /// <summary>The record another record refers to.</summary>
    public T? Known<T>(string field, string? key, IReadOnlyDictionary<string, T> records) where T : class
    {
        if (key is not null && records.TryGetValue(key, out var found))
        {
            return found;
        }
        Add(field, key, key is null ? "Required" : "KnownRecord");
        return null;
    }

    /// <summary>The records that a list of keys refers to, each at most once.</summary>
    public List<T> AllKnown<T>(string field, IEnumerable<string?>? keys, IReadOnlyDictionary<string, T> records)
        where T : class
    {
        var found = new List<T>();
        foreach (var (index, key) in (keys ?? []).Index())
        {
            var name = FormattableString.Invariant($"{field}[{index}]");
            if (Known(name, key, records) is not { } one)
            {
                continue;
            }
            if (found.Contains(one))
            {
                Add(name, key, "Unique");
                continue;
            }
            found.Add(one);
        }
        return found;
    }

    public List<string> Codes(string field, IEnumerable<string?>? codes, IReadOnlyList<string> known)
    {
        var found = new List<string>();
        foreach (var (index, code) in (codes ?? []).Index())
        {
            var name = FormattableString.Invariant($"{field}[{index}]");
            if (code is null || !known.Contains(code))
            {
                Add(name, code, "KnownCode");
            }
            else if (found.Contains(code))
            {
                Add(name, code, "Unique");
            }
            else
            {
                found.Add(code);
            }
        }
        return found;
    }

    public string? PartialDate(string field, string? value)
    {
        if (value is not null && !SahelWatch.PartialDate.TryParse(value, out _))
        {
            Add(field, value, "Date");
        }
        return value;
    }

    public void PeriodInOrder(string field, string? from, string? to)
    {
        if (SahelWatch.PartialDate.TryParse(from, out var start)
            && SahelWatch.PartialDate.TryParse(to, out var end)
            && end.Last < start.First)
        {
            Add(field, to, "NotBefore", from!);
        }
    }

    public void DaysInOrder(string field, DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            Add(field, to.ToString("O", CultureInfo.InvariantCulture), "NotBefore",
                from.ToString("O", CultureInfo.InvariantCulture));
        }
    }
}
