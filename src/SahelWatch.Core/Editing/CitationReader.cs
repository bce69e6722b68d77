using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>
/// Reads the citations of a form. What follows from the sources is derived later, but for the credibility, which is
/// the editor's judgement.
/// </summary>
internal sealed class CitationReader(EntryForm form, EntryRecords records, FormCheck check)
{
    private const int Most = 30;
    private const int FactLength = 100;
    private const int MostFacts = 20;

    public void AddTo(Incident incident)
    {
        if (form.Citations.Count == 0)
        {
            check.Add("Citations", null, "Cited");
        }
        if (form.Citations.Count > Most)
        {
            check.Add("Citations", $"{form.Citations.Count}", "AtMost", $"{Most}");
        }
        foreach (var (index, typed) in form.Citations.Take(Most).Index())
        {
            if (Read($"Citations[{index}]", typed, incident) is { } citation)
            {
                incident.Citations.Add(citation);
            }
        }
    }

    /// <summary>Null where its source is not known or cited already, which is a problem then.</summary>
    private Citation? Read(string at, EntryCitation typed, Incident incident)
    {
        var source = typed.Source is null
            ? NewSource(at, typed)
            : check.Known($"{at}.Source", typed.Source, records.Sources);
        if (typed.Credibility is not (null or "1" or "2" or "3" or "4" or "5" or "6"))
        {
            check.Add($"{at}.Credibility", typed.Credibility, "Range", "1", "6");
        }
        var toll = check.Toll($"{at}.Deaths", typed.DeathsLow, typed.DeathsBest, typed.DeathsHigh);
        var supports = Facts(at, typed.Supports);
        var note = check.OptionalText($"{at}.Note", typed.Note, Incident.NoteLength);
        if (source is null)
        {
            return null;
        }
        if (incident.Citations.Exists(one => one.Source == source))
        {
            check.Add($"{at}.Source", typed.Source ?? typed.Url, "Unique");
            return null;
        }
        return new Citation
        {
            Source = source,
            Credibility = typed.Credibility is [var digit] ? digit - '0' : Grade.Unknown.Credibility,
            Supports = supports,
            DeathsLow = toll.Low,
            DeathsBest = toll.Best,
            DeathsHigh = toll.High,
            Note = note,
        };
    }

    private List<string> Facts(string at, IReadOnlyList<string> facts)
    {
        foreach (var fact in facts)
        {
            check.OptionalText($"{at}.Supports", fact, FactLength);
        }
        if (facts.Count > MostFacts)
        {
            check.Add($"{at}.Supports", $"{facts.Count}", "AtMost", $"{MostFacts}");
        }
        return [.. facts.Distinct()];
    }

    private Source NewSource(string at, EntryCitation typed)
    {
        if (typed.Url is not null && Source.LinkOf(typed.Url) is null)
        {
            check.Add($"{at}.Url", typed.Url, "Url");
        }
        if (typed.Url is null && typed.Title is null)
        {
            check.Add($"{at}.Url", null, "UrlOrTitle");
        }
        if (typed.Language is null)
        {
            check.Add($"{at}.Language", null, "Required");
        }
        else if (typed.Language is not [>= 'a' and <= 'z', >= 'a' and <= 'z'])
        {
            check.Add($"{at}.Language", typed.Language, "Language");
        }
        if (typed.Reliability is not (null or [>= 'A' and <= 'F']))
        {
            check.Add($"{at}.Reliability", typed.Reliability, "OneOf", "A, B, C, D, E, F");
        }
        return new Source
        {
            Slug = records.NewSourceKey($"{typed.Publisher} {typed.Title}"),
            Url = check.OptionalText($"{at}.Url", typed.Url, 2000),
            Publisher = check.Text($"{at}.Publisher", typed.Publisher, Incident.NameLength),
            Title = check.OptionalText($"{at}.Title", typed.Title, 500),
            PublishedOn = check.PartialDay($"{at}.PublishedOn", typed.PublishedOn),
            Language = typed.Language ?? "",
            Kind = check.Choice<SourceKind>($"{at}.Kind", typed.Kind),
            Reading = check.Choice<SourceReading>($"{at}.Reading", typed.Reading),
            Agency = check.OptionalText($"{at}.Agency", typed.Agency, Incident.NameLength),
            DerivedFrom = typed.DerivedFrom is null
                ? null
                : check.Known($"{at}.DerivedFrom", typed.DerivedFrom, records.Sources),
            Reliability = typed.Reliability is [var grade] ? grade : Grade.Unknown.Reliability,
        };
    }
}
