using System.Globalization;
using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>
/// The form of each kind of record: its fields in the order of <see cref="RecordFields"/>, how what was typed becomes
/// the text that a field would have, and what is wrong with it. What the texts refer to is checked where it is known.
/// </summary>
public static class RecordSheet
{
    public const int ReasonLength = 1000;

    private const int Url = 2000;
    private const int Description = Incident.SummaryLength;
    private const int Entries = 100;

    private static readonly Dictionary<RecordKind, IReadOnlyList<RecordField>> Sheets = new()
    {
        [RecordKind.Actor] =
        [
            Line("name") with { IsRequired = true },
            Line("name-fr"),
            new("acronym", FieldShape.Line, Incident.CodeLength),
            Choice<ActorKind>("kind"),
            Choice<ActorSubKind>("sub-kind"),
            Country,
            Partial("active-from"),
            Partial("active-to"),
            new("description", FieldShape.Text, Description) { IsRequired = true },
            new("aliases", FieldShape.Aliases, Incident.NameLength),
            Keys("sources", RecordKind.Source),
            Key("merged-into", RecordKind.Actor) with { Writer = FieldWriter.Program },
        ],
        [RecordKind.Relation] =
        [
            Key("from", RecordKind.Actor) with { IsRequired = true, Writer = FieldWriter.EditorOnce },
            Choice<RelationKind>("kind"),
            Key("to", RecordKind.Actor) with { IsRequired = true, Writer = FieldWriter.EditorOnce },
            new("statement", FieldShape.Text, Description) { IsRequired = true },
            Partial("valid-from"),
            Partial("valid-to"),
            Choice<RelationConfidence>("confidence"),
            new("note", FieldShape.Text, Incident.NoteLength),
            Keys("sources", RecordKind.Source) with { IsRequired = true },
            Fixed("original-type"),
        ],
        [RecordKind.Place] =
        [
            Line("name") with { IsRequired = true },
            new("spellings", FieldShape.Lines, Incident.NameLength),
            Choice<PlaceKind>("kind"),
            Country,
            new("latitude", FieldShape.Latitude, 24),
            new("longitude", FieldShape.Longitude, 24),
            Choice<GeoPrecision>("geo-precision") with { IsRequired = false },
            Choice<CoordinateSource>("coordinate-source") with { IsRequired = false },
            Line("source-region"),
            Fixed("region"),
            new("note", FieldShape.Text, Incident.NoteLength),
        ],
        [RecordKind.PoliticalEvent] =
        [
            Line("title") with { IsRequired = true },
            Choice<PoliticalEventKind>("kind"),
            new("starts-on", FieldShape.Day, 10) { IsRequired = true },
            new("ends-on", FieldShape.Day, 10),
            Choice<DatePrecision>("date-precision"),
            Country with { IsRequired = true },
            Key("place", RecordKind.Place),
            new("summary", FieldShape.Text, Description) { IsRequired = true },
            Keys("actors", RecordKind.Actor),
            Keys("sources", RecordKind.Source) with { IsRequired = true },
            Fixed("original-kind"),
        ],
        [RecordKind.Source] =
        [
            new("url", FieldShape.Url, Url),
            Line("publisher"),
            new("title", FieldShape.Line, 500),
            new("authors", FieldShape.Lines, Incident.NameLength),
            Partial("published-on"),
            new("accessed-on", FieldShape.Day, 10),
            new("archive-url", FieldShape.Url, Url),
            new("language", FieldShape.Line, 8) { IsRequired = true },
            Choice<SourceKind>("kind"),
            Choice<SourceReading>("reading"),
            new("reliability", FieldShape.Choice, 1)
            {
                IsRequired = true, Choices = ["A", "B", "C", "D", "E", "F"], ChoiceList = "Reliability",
            },
            Line("agency"),
            Key("derived-from", RecordKind.Source),
            new("note", FieldShape.Text, Incident.NoteLength),
            Fixed("original-kind"),
        ],
    };

    private static RecordField Country => new("country", FieldShape.Country, 3);

    public static IReadOnlyList<RecordField> Of(RecordKind kind) => Sheets[kind];

    /// <summary>
    /// The text that a field would have of what was typed: trimmed, lists without blanks and repeats.
    /// </summary>
    public static string? Written(RecordField field, string? typed)
    {
        var text = typed?.ReplaceLineEndings("\n").Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }
        if (!field.IsList)
        {
            return field.Shape switch
            {
                FieldShape.Latitude or FieldShape.Longitude => Degrees(text)?.ToString(CultureInfo.InvariantCulture)
                    ?? text,
                FieldShape.Text => text,
                _ => text.ReplaceLineEndings(" "),
            };
        }
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => field.Shape == FieldShape.Aliases ? Alias(line) : line)
            .Distinct(StringComparer.Ordinal);
        return FieldTexts.Joined(field.Shape == FieldShape.Lines ? lines : lines.Order(StringComparer.Ordinal));
    }

    /// <summary>What is wrong with a record's texts, as far as they tell by themselves.</summary>
    public static IReadOnlyList<Problem> Problems(RecordKind kind, IReadOnlyDictionary<string, string?> texts)
    {
        var problems = Of(kind).Where(field => field.Writer != FieldWriter.Program)
            .SelectMany(field => Problems(field, texts.GetValueOrDefault(field.Name))).ToList();
        if (problems.Count == 0)
        {
            problems.AddRange(Together(kind, texts));
        }
        return problems;
    }

    /// <summary>The names of aliases and the datasets that use them.</summary>
    public static IEnumerable<(string Name, string? UsedBy)> Aliases(string? text) =>
        Split(text).Select(line => line.LastIndexOf(RecordFields.UsedBy, StringComparison.Ordinal) is > 0 and var bar
            ? (line[..bar], (string?)line[(bar + RecordFields.UsedBy.Length)..])
            : (line, null));

    public static string[] Split(string? text) => text?.Split('\n') ?? [];

    /// <summary>Degrees, with a point or a comma; null for what is no number.</summary>
    public static double? Degrees(string? text) =>
        FormCheck.TryDegrees(text, out var degrees) ? degrees : null;

    public static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        && day.Year is >= PartialDate.FirstYear and <= PartialDate.LastYear;

    private static IEnumerable<Problem> Problems(RecordField field, string? text)
    {
        if (text is null)
        {
            return field.IsRequired ? [new Problem(field.Name, null, "Required")] : [];
        }
        var entries = field.IsList ? Split(text) : [text];
        if (entries.Length > Entries)
        {
            return [new Problem(field.Name, $"{entries.Length}", "AtMost", $"{Entries}")];
        }
        return entries.Select(entry => Problem(field, entry)).OfType<Problem>().Take(1);
    }

    private static Problem? Problem(RecordField field, string text)
    {
        if (!(field.Shape == FieldShape.Text ? Array.TrueForAll(text.Split('\n'), ReadableText.Is) : ReadableText.Is(text)))
        {
            return new Problem(field.Name, text, "Characters");
        }
        return field.Shape switch
        {
            FieldShape.Choice when !field.Choices.Contains(text) =>
                new Problem(field.Name, text, "OneOf", string.Join(", ", field.Choices)),
            FieldShape.PartialDate when !PartialDate.TryParse(text, out _) => new Problem(field.Name, text, "Date"),
            FieldShape.Day when !TryDay(text, out _) => new Problem(field.Name, text, "Day"),
            FieldShape.Latitude when !(Math.Abs(Degrees(text) ?? 999) <= 90) =>
                new Problem(field.Name, text, "Range", "-90", "90"),
            FieldShape.Longitude when !(Math.Abs(Degrees(text) ?? 999) <= 180) =>
                new Problem(field.Name, text, "Range", "-180", "180"),
            FieldShape.Url when Source.LinkOf(text) is null => new Problem(field.Name, text, "Url"),
            _ when text.Length > field.Most => SahelWatch.Problem.TooLong(field.Name, text, field.Most),
            FieldShape.Line when field.Name == "language" && !IsLanguage(text) =>
                new Problem(field.Name, text, "Language"),
            _ => null,
        };
    }

    /// <summary>What is wrong with fields that are right one by one.</summary>
    private static IEnumerable<Problem> Together(RecordKind kind, IReadOnlyDictionary<string, string?> texts)
    {
        string? Text(string field) => texts.GetValueOrDefault(field);
        switch (kind)
        {
            case RecordKind.Actor:
                return Period(Text("active-from"), "active-to", Text("active-to"))
                    .Concat(Aliases(Text("aliases")).GroupBy(alias => alias.Name, StringComparer.Ordinal)
                        .Where(group => group.Count() > 1)
                        .Select(group => new Problem("aliases", group.Key, "Unique")));
            case RecordKind.Relation:
                return Period(Text("valid-from"), "valid-to", Text("valid-to"));
            case RecordKind.Place:
                return Located(Text);
            case RecordKind.PoliticalEvent:
                return Period(Text("starts-on"), "ends-on", Text("ends-on"));
            default:
                return Text("url") is null && Text("title") is null && Text("publisher") is null
                    ? [new Problem("url", null, "UrlOrTitle")]
                    : [];
        }
    }

    private static IEnumerable<Problem> Period(string? from, string field, string? to)
    {
        if (PartialDate.TryParse(from, out var start) && PartialDate.TryParse(to, out var end)
            && end.Last < start.First)
        {
            yield return new Problem(field, to, "NotBefore", from!);
        }
    }

    /// <summary>Coordinates come with their precision and where they are from, or not at all.</summary>
    private static IEnumerable<Problem> Located(Func<string, string?> text)
    {
        string[] fields = ["latitude", "longitude", "geo-precision", "coordinate-source"];
        return fields.Any(field => text(field) is not null)
            ? fields.Where(field => text(field) is null).Select(field => new Problem(field, null, "Required"))
            : [];
    }

    private static string Alias(string line) => line.Split('|', 2) is [var name, var dataset]
        ? $"{name.TrimEnd()}{RecordFields.UsedBy}{dataset.TrimStart()}"
        : line;

    private static bool IsLanguage(string text) => text.Length == 2 && text.All(char.IsAsciiLetterLower);

    private static RecordField Line(string name) => new(name, FieldShape.Line, Incident.NameLength);

    private static RecordField Partial(string name) => new(name, FieldShape.PartialDate, 10);

    private static RecordField Fixed(string name) =>
        new(name, FieldShape.Line, Incident.NameLength) { Writer = FieldWriter.Program };

    private static RecordField Key(string name, RecordKind refers) => new(name, FieldShape.Key, Url) { Refers = refers };

    private static RecordField Keys(string name, RecordKind refers) =>
        new(name, FieldShape.Keys, Url) { Refers = refers };

    private static RecordField Choice<T>(string name) where T : struct, Enum =>
        new(name, FieldShape.Choice, Incident.CodeLength)
        {
            IsRequired = true, Choices = Code.All<T>(), ChoiceList = typeof(T).Name,
        };
}
