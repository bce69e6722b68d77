using System.Globalization;
using SahelWatch.Incidents;

namespace SahelWatch.Editing;

/// <summary>Takes from an incident what merging a duplicate gave it.</summary>
internal static class MergeUndoing
{
    private static readonly EntryField Citations = EntryFields.All.Single(field => field.Name == "Citations");

    /// <summary>
    /// Removes the citations that the merge added and gives back the range of deaths it widened, where they are still
    /// as it left them; gives the sources of those that are not. An incident is never left without a citation.
    /// </summary>
    public static IReadOnlyList<string> TakeBack(Incident incident, int duplicate)
    {
        if (MergeOf(incident, duplicate) is not { Form: { } after } merge
            || BeforeOf(incident, merge) is not { } before)
        {
            return [];
        }
        var present = EntryForms.Of(incident);
        var added = after.Citations.Where(one => !before.Citations.Any(old => old.Source == one.Source)).ToList();
        var untouched = added
            .Where(one => present.Citations.Any(now => now.Source == one.Source && Text(now) == Text(one)))
            .Select(one => one.Source)
            .ToHashSet();
        if (incident.Citations.TrueForAll(one => untouched.Contains(one.Source.Slug)))
        {
            untouched.Clear();
        }
        var kept = incident.Citations.Select(one => one.Source.Slug)
            .Where(slug => added.Exists(one => one.Source == slug) && !untouched.Contains(slug))
            .ToList();
        incident.Citations.RemoveAll(one => untouched.Contains(one.Source.Slug));
        incident.DeathsLow = Former(incident.DeathsLow, after.DeathsLow, before.DeathsLow);
        incident.DeathsBest = Former(incident.DeathsBest, after.DeathsBest, before.DeathsBest);
        incident.DeathsHigh = Former(incident.DeathsHigh, after.DeathsHigh, before.DeathsHigh);
        var span = Toll.Span(incident.Deaths, incident.Citations.Select(citation => citation.Deaths));
        (incident.DeathsLow, incident.DeathsHigh) = (span.Low, span.High);
        Derivation.ApplySourcesAndSides(incident);
        return kept;
    }

    private static Revision? MergeOf(Incident incident, int duplicate)
    {
        var number = duplicate.ToString(CultureInfo.InvariantCulture);
        return incident.Revisions.OrderByDescending(revision => revision.Number).FirstOrDefault(revision =>
            revision.Changes.Find(change => change.Field == IncidentDesk.MergedFrom) is { } change
            && Has(change.After) && !Has(change.Before));

        bool Has(string? lines) => lines?.Split('\n').Contains(number) == true;
    }

    private static EntryForm? BeforeOf(Incident incident, Revision merge) =>
        merge.FormBefore ?? incident.Revisions.Find(one => one.Number == merge.Number - 1)?.Form;

    private static string? Text(EntryCitation citation) => Citations.Text(new EntryForm { Citations = [citation] });

    private static int? Former(int? now, string? after, string? before) =>
        Number(after) == now ? Number(before) : now;

    private static int? Number(string? text) =>
        text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);
}
