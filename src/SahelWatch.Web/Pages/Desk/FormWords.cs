using System.Globalization;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Incidents;
using SahelWatch.Pages.Changes;
using SahelWatch.Pages.Desk.Entries;
using SahelWatch.Pages.Incidents;
using SahelWatch.Pages.Shared;

namespace SahelWatch.Pages.Desk;

/// <summary>
/// Forms in the reader's words: codes and keys by their names, dates written out. What is not right yet stands as typed.
/// </summary>
public sealed class FormWords(Text text, EntryNames names)
{
    private static readonly string[] Prose = ["Title", "Summary", "DeathsNote", "InjuredNote"];

    private readonly DateWords _dates = text.Dates();
    private readonly CultureInfo _culture = CultureInfo.CurrentUICulture;

    /// <summary>What differs, field by field; a null <paramref name="before"/> is an empty form.</summary>
    public IReadOnlyList<ShownChange> Changes(EntryForm? before, EntryForm after)
    {
        before ??= new EntryForm();
        return
        [
            .. EntryFields.All.Where(field => field.Text(before) != field.Text(after))
                .Select(field => Change(field, before, after)),
        ];
    }

    public string NameOf(string field) => text[$"Entry.Field.{field}"];

    /// <summary>A field as lines, one for each entry of a list; none where it is empty.</summary>
    public IReadOnlyList<string> Lines(string field, EntryForm form) => field switch
    {
        "Tactics" => [.. form.Tactics.Select(code => Tactics.All.Contains(code) ? text[$"Codes.Tactic.{code}"] : code)],
        "Targets" => [.. form.Targets.Select(code => Targets.All.Contains(code) ? text[$"Codes.Target.{code}"] : code)],
        "Parties" => [.. form.Parties.Select(Party)],
        "Citations" => [.. form.Citations.Select(Citation)],
        _ => EntryFields.All.Single(one => one.Name == field).Text(form) is { } value ? [Value(field, value)] : [],
    };

    public static bool IsProse(string field) => Prose.Contains(field);

    private ShownChange Change(EntryField field, EntryForm before, EntryForm after)
    {
        var (old, now) = (Lines(field.Name, before), Lines(field.Name, after));
        if (IsProse(field.Name) && old is [var was] && now is [var becomes])
        {
            return new ShownChange(NameOf(field.Name), false, WordDiff.Of(was, becomes), [], [], 0, IsData: true);
        }
        List<string> removed = [.. old.Where(line => !now.Contains(line))];
        List<string> added = [.. now.Where(line => !old.Contains(line))];
        return removed.Count + added.Count == 0
            ? new ShownChange(NameOf(field.Name), false, null, old, now, 0, IsProse(field.Name))
            : new ShownChange(
                NameOf(field.Name), false, null, removed, added, old.Count(now.Contains), IsProse(field.Name));
    }

    private string Value(string field, string value) => field switch
    {
        "StartsOn" or "EndsOn" or "PublishOn" =>
            PartialDate.TryParse(value, out _) ? _dates.Partial(value) : value,
        "DatePrecision" => Coded<DatePrecision>(value),
        "SubType" => Coded<EventSubType>(value),
        "GeoPrecision" or "PublicPrecision" => Coded<GeoPrecision>(value),
        "CitesPlace" => text["Entry.Yes"],
        "CoordinateSource" => Coded<CoordinateSource>(value),
        "Place" => names.Place(value)?.Name ?? value,
        "Country" => names.Reference.Country(value)?.NameIn(_culture) ?? value,
        _ => value,
    };

    private string Party(EntryParty party) => text["Changes.Party",
        names.Reference.Actor(party.Actor ?? "")?.NameIn(_culture) ?? party.Actor ?? "–",
        party.Role is { } role ? Coded<ActorRole>(role) : "–",
        party.Attribution is { } attribution ? Coded<Attribution>(attribution) : "–"];

    private string Citation(EntryCitation citation)
    {
        var source = names.Source(citation.Source) is { } known
            ? EntryNames.TitleOf(known)
            : string.Join(" · ", new[]
            {
                citation.Source ?? citation.Publisher, citation.Title, citation.Url, citation.PublishedOn,
                citation.Kind is { } kind ? Coded<SourceKind>(kind) : null, citation.Reliability,
            }.OfType<string>());
        return string.Join(" – ", new[]
        {
            source,
            citation.Credibility is [>= '1' and <= '6'] ? text[$"Codes.Credibility.{citation.Credibility}"] : null,
            citation.Supports.Count == 0
                ? null
                : string.Join(", ", SupportLabel.Of(citation.Supports, text).Select(label => label.Text)),
            (citation.DeathsLow ?? citation.DeathsBest ?? citation.DeathsHigh) is null
                ? null
                : text["Desk.Toll", citation.DeathsLow ?? "–", citation.DeathsBest ?? "–", citation.DeathsHigh ?? "–"],
            citation.Note,
        }.OfType<string>());
    }

    private string Coded<T>(string value) where T : struct, Enum =>
        Code.TryParse<T>(value, out var known) ? text.Of(known) : value;
}
