using SahelWatch.Editing;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Pages.Changes;

/// <summary>What must not be told of an incident whose place is withheld.</summary>
/// <param name="Region">Code of the region that the exact place lies in; who works there may see it.</param>
/// <param name="Mask">For everyone who may not.</param>
/// <param name="Places">Keys of the gazetteer entries that tell the place.</param>
/// <param name="Moments">When it was revised: records made at the same moment came with it.</param>
public sealed record WithheldHistory(
    int IncidentId,
    string? Region,
    HistoryMask Mask,
    IReadOnlyList<string> Places,
    IReadOnlyList<DateTime> Moments)
{
    /// <param name="incident">With its revisions, country, region and place.</param>
    public static WithheldHistory Of(Incident incident, ExactPlace? exact, RegionBoundaries boundaries) => new(
        incident.Id,
        EntryAccess.RegionOf(incident, exact, boundaries),
        HistoryMask.Of(incident, incident.Revisions, exact, reader: null, boundaries),
        [.. HistoryMask.PlaceKeys(incident, incident.Revisions, exact)],
        [.. incident.Revisions.Select(revision => revision.At).Distinct()]);
}
