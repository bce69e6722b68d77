using SahelWatch.Querying;

namespace SahelWatch.Editing;

/// <summary>
/// What people type to name another record: its key, or a name that only one record has, or the address of a source.
/// </summary>
internal sealed class RecordKeys(LookupTables tables, Reference reference)
{
    /// <summary>A field's text with keys in place of what else names a record; what names none stays.</summary>
    public string? Resolved(RecordField field, string? text)
    {
        if (text is null || field.Refers is not { } kind)
        {
            return text;
        }
        return RecordSheet.Written(field, string.Join('\n', RecordSheet.Split(text).Select(one => Find(kind, one) ?? one)));
    }

    /// <summary>The entries of a field that name no record.</summary>
    public IEnumerable<Problem> Problems(RecordField field, string? text) => field.Refers is not { } kind
        ? []
        : RecordSheet.Split(text).Where(key => Find(kind, key) != key)
            .Select(key => new Problem(field.Name, key, $"Known{kind}"));

    /// <summary>Whether a source repeats another one, directly or by way of others, or is that one.</summary>
    public bool Leads(string? from, string to)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        while (from is not null && from != to && passed.Add(from))
        {
            from = tables.Sources[from]?.DerivedFrom;
        }
        return from == to;
    }

    /// <summary>Key of the source of an address; null where none is known.</summary>
    public string? SourceAt(string? url) => url is null ? null : tables.Sources.At(url)?.Slug;

    private string? Find(RecordKind kind, string text) => kind switch
    {
        RecordKind.Actor => reference.ActorCalled(text)?.Slug,
        RecordKind.Place => tables.Places.Exactly(text) is [var place] ? place.Slug : null,
        _ => (tables.Sources[text] ?? tables.Sources.At(text))?.Slug,
    };
}
