using System.Globalization;
using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Hosting;
using SahelWatch.Pages.Shared;

namespace SahelWatch.Pages.Desk.Entries;

/// <summary>Incidents and entries on their way that may be the event of a form, with what speaks for it.</summary>
public sealed record DuplicatePanel(
    IReadOnlyList<DuplicateLine> Lines, IReadOnlyList<EntryTwin> Entries, Querying.Reference Reference)
{
    public static readonly DuplicatePanel None = new([], [], Querying.Reference.Empty);

    public bool IsEmpty => Lines.Count + Entries.Count == 0;

    public static async Task<DuplicatePanel> OfAsync(
        DuplicateList list,
        IReadOnlyList<EntryTwin> entries,
        IncidentLines lines,
        CancellationToken cancellationToken)
    {
        var loaded = (await lines.LoadAsync(list.Index, [.. list.Found.Select(one => one.Row)], cancellationToken))
            .ToDictionary(line => line.Number);
        return new DuplicatePanel(
            [
                .. list.Found.Where(one => loaded.ContainsKey(list.Index[one.Row].Number))
                    .Select(one => new DuplicateLine(one.Likeness, loaded[list.Index[one.Row].Number])),
            ],
            entries,
            list.Index.Reference);
    }

    /// <summary>What speaks for one event: "same day", "4 km away", "same actor".</summary>
    public IEnumerable<string> Reasons(Likeness likeness, Text text)
    {
        yield return likeness.Days == 0 ? text["Entry.Twin.SameDay"] : text.Count("Entry.Twin.Days", likeness.Days);
        if (likeness.Km is { } km)
        {
            yield return km < 0.5 ? text["Entry.Twin.SamePlace"] : text["Entry.Twin.Km", Math.Round(km)];
        }
        foreach (var slug in likeness.Actors)
        {
            yield return text[
                "Entry.Twin.Actor", Reference.Actor(slug)?.ShortNameIn(CultureInfo.CurrentUICulture) ?? slug];
        }
        if (likeness.Sources > 0)
        {
            yield return text["Entry.Twin.Source"];
        }
    }
}

/// <summary>One incident that may be the same event.</summary>
public sealed record DuplicateLine(Likeness Likeness, IncidentLine Incident);
