using SahelWatch.Editing;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Desk.Records;

/// <summary>One field of a record's form.</summary>
/// <param name="Value">The text as typed, or as it stands.</param>
/// <param name="Problem">What is wrong with it; null where nothing is.</param>
/// <param name="Named">What its keys name, in their order.</param>
public sealed record FieldView(
    RecordKind Kind,
    RecordField Field,
    string? Value,
    Problem? Problem,
    IReadOnlyList<string> Named,
    Reference Reference)
{
    private static readonly HashSet<string> Hinted =
    [
        "name", "name-fr", "acronym", "sub-kind", "description", "aliases", "sources", "statement", "confidence",
        "spellings", "geo-precision", "coordinate-source", "source-region", "place", "actors", "date-precision",
        "ends-on", "authors", "reading", "reliability", "agency", "derived-from", "language", "from", "to",
    ];

    public string Id => $"field-{Field.Name}";

    public bool IsWide => Field.Shape is FieldShape.Text or FieldShape.Lines or FieldShape.Aliases or FieldShape.Keys
        or FieldShape.Url || Field.Name is "title" or "name";

    public bool IsArea => Field.Shape == FieldShape.Text || Field.IsList;

    /// <summary>Whether it begins a row of the form, so that fields that go together stand together.</summary>
    public bool IsFirst => Field.Name is "active-from" or "valid-from" or "latitude" or "geo-precision" or "starts-on"
        or "published-on" or "reading";

    public int Rows => Field.Shape == FieldShape.Text
        ? Math.Clamp((Value?.Length ?? 0) / 70 + 2, Field.Most > 2000 ? 4 : 3, 12)
        : Math.Clamp((Value?.Split('\n').Length ?? 0) + 1, 3, 12);

    /// <summary>Key of the hint's text; null where the label says it all.</summary>
    public string? HintKey => Field.Shape switch
    {
        FieldShape.PartialDate => "Records.Hint.partial-date",
        FieldShape.Day when !Hinted.Contains(Field.Name) => "Records.Hint.day",
        FieldShape.Latitude or FieldShape.Longitude => $"Records.Hint.{Field.Name}",
        FieldShape.Country => "Records.Hint.country",
        _ => Hinted.Contains(Field.Name) ? $"Records.Hint.{Field.Name}" : null,
    };

    public string? DescribedBy
    {
        get
        {
            string?[] ids =
            [
                HintKey is null ? null : $"{Id}-hint",
                Named.Count == 0 ? null : $"{Id}-named",
                Problem is null ? null : $"{Id}-problem",
            ];
            var text = string.Join(' ', ids.OfType<string>());
            return text.Length == 0 ? null : text;
        }
    }
}
