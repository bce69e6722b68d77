using SahelWatch.Editing;
using SahelWatch.Hosting;
using SahelWatch.Pages.Shared;

namespace SahelWatch.Pages.Desk.Entries;

/// <summary>Incidents that may be the event of a form, each with what speaks for it.</summary>
public sealed record DuplicatePanel(IReadOnlyList<DuplicateLine> Lines)
{
    public static readonly DuplicatePanel None = new([]);

    public static async Task<DuplicatePanel> OfAsync(
        DuplicateList list, IncidentLines lines, CancellationToken cancellationToken)
    {
        if (list.Found.Count == 0)
        {
            return None;
        }
        var loaded = (await lines.LoadAsync(list.Index, [.. list.Found.Select(one => one.Row)], cancellationToken))
            .ToDictionary(line => line.Number);
        return new DuplicatePanel(
        [
            .. list.Found.Where(one => loaded.ContainsKey(list.Index[one.Row].Number))
                .Select(one => new DuplicateLine(one, loaded[list.Index[one.Row].Number])),
        ]);
    }
}

/// <summary>One incident that may be the same event.</summary>
public sealed record DuplicateLine(Duplicate Match, IncidentLine Incident)
{
    /// <summary>What speaks for it: "same day", "4 km away", "same actor".</summary>
    public IEnumerable<string> Reasons(Text text)
    {
        yield return Match.Days == 0 ? text["Entry.Twin.SameDay"] : text.Count("Entry.Twin.Days", Match.Days);
        if (Match.Km is { } km)
        {
            yield return km < 0.5 ? text["Entry.Twin.SamePlace"] : text["Entry.Twin.Km", Math.Round(km)];
        }
        foreach (var actor in Match.Actors)
        {
            yield return text["Entry.Twin.Actor",
                Incident.Parties.FirstOrDefault(party => party.Slug == actor)?.ShortName ?? actor];
        }
        if (Match.Sources > 0)
        {
            yield return text["Entry.Twin.Source"];
        }
    }
}
