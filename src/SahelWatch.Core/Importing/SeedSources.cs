using System.Text.RegularExpressions;
using SahelWatch.Incidents;

namespace SahelWatch.Importing;

/// <summary>Sources with the grade of their class, the agency they relay and the work they copy.</summary>
internal sealed class SeedSources
{
    private readonly SeedMapping _mapping;
    private readonly List<Problem> _problems;
    private readonly Dictionary<string, char> _grades;
    private readonly List<(string Agency, Regex Pattern)> _agencies;

    public SeedSources(SeedMapping mapping, List<Problem> problems)
    {
        _mapping = mapping;
        _problems = problems;
        _grades = mapping.PublisherGrades
            .SelectMany(grade => grade.Publishers.Select(publisher => (publisher, grade.Reliability)))
            .ToDictionary(pair => pair.publisher, pair => pair.Reliability, StringComparer.Ordinal);
        _agencies = [.. mapping.Agencies.Select(agency => (agency.Name, PatternOf(agency.Forms)))];
    }

    public Dictionary<string, Source> Read(string file, Dictionary<string, SourceRow> rows)
    {
        var sources = new Dictionary<string, Source>(StringComparer.Ordinal);
        foreach (var (id, row) in rows)
        {
            sources[id] = Read(new RecordCheck(_problems, file, id), id, row);
        }
        foreach (var (id, row) in rows)
        {
            var check = new RecordCheck(_problems, file, id);
            foreach (var copy in check.AllKnown("copies_read", row.CopiesRead, sources))
            {
                copy.DerivedFrom ??= sources[id];
            }
        }
        return sources;
    }

    private Source Read(RecordCheck check, string id, SourceRow row)
    {
        var kind = check.Mapped("kind", row.Kind, _mapping.SourceKinds);
        var reading = check.Mapped("read", row.Read, _mapping.SourceReadings);
        var publisher = check.Text("publisher", row.Publisher, Incident.NameLength);
        publisher = _mapping.PublisherNames.GetValueOrDefault(publisher, publisher);
        var reliability = reading?.Reliability
            ?? GradeOf(publisher, row.Publisher)
            ?? kind?.Reliability
            ?? 'F';
        if (reliability is < 'A' or > 'F')
        {
            check.Add("kind", reliability.ToString(), "KnownCode");
        }
        var source = new Source
        {
            Slug = id,
            Publisher = publisher,
            Title = row.Title,
            Authors = row.Authors ?? [],
            PublishedOn = check.PartialDate("date", row.Date),
            Url = row.Url,
            Language = check.Text("language", row.Language, 8),
            Kind = kind?.Kind ?? default,
            OriginalKind = row.Kind,
            Reading = reading?.Reading ?? default,
            Agency = _agencies.Find(agency => agency.Pattern.IsMatch(publisher)).Agency,
            Reliability = reliability,
            Note = check.OptionalText("note", row.Note, Incident.NoteLength),
        };
        if (source is { Reading: not SourceReading.CitedOnly, Url: not null, Link: null })
        {
            check.Add("url", row.Url, "Url");
        }
        return source;
    }

    /// <summary>The grade of a publisher by its name as printed, or else as the table calls it.</summary>
    private char? GradeOf(string publisher, string? printed) =>
        (printed is not null && _grades.TryGetValue(printed, out var grade))
        || _grades.TryGetValue(publisher, out grade)
            ? grade
            : null;

    private static Regex PatternOf(IEnumerable<string> forms)
    {
        var names = string.Join('|', forms.Select(Regex.Escape));
        return new Regex(
            $@"^(?:{names})(?=$| via |\s*[(/])|\(([^)]*[^\w)])?(?:{names})(?!\w)|/\s*(?:{names})(?!\w)",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1));
    }
}
