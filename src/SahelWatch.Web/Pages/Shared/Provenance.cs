using SahelWatch.Hosting;
using SahelWatch.Querying;

namespace SahelWatch.Pages.Shared;

/// <summary>
/// What stands behind a view's figures: how many incidents and sources, checked how far, and until when.
/// </summary>
/// <param name="CoveredTo">Day of the last incident of the whole data: later days are not covered.</param>
/// <param name="AsOf">When an incident last changed, UTC.</param>
public sealed record Provenance(int Total, int Sources, int Checked, DateOnly? CoveredTo, DateTime? AsOf)
{
    public static Provenance Of(ViewRequest view) => Of(view, view.Filter);

    public static Provenance Of(ViewRequest view, IncidentFilter shown)
    {
        var standing = view.Index.StandingOf(shown, view.Today);
        return new Provenance(
            standing.Incidents, standing.Sources, standing.Checked, view.Index.CoveredTo, view.Index.AsOf);
    }

    /// <summary>"to 12 March 2026; loaded 22 November 2026".</summary>
    public string Words(Text text) => CoveredTo is { } day && AsOf is { } loaded
        ? text["Incidents.Provenance.CoverageOf", text.Dates().Day(day), text.Dates().Day(DateOnly.FromDateTime(loaded))]
        : "–";
}
