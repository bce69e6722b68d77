using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// The parts of a filter that one value of a column can fail. Several facets read one column, and each leaves out its
/// own part alone: a value counts in it that fails no other.
/// </summary>
[Flags]
internal enum Part
{
    None = 0,
    Country = 1,
    Region = 1 << 1,
    Type = 1 << 2,
    SubType = 1 << 3,
    Violence = 1 << 4,
    Geo = 1 << 5,
    Time = 1 << 6,
    Checked = 1 << 7,
    Tactic = 1 << 8,
    Target = 1 << 9,
    Collection = 1 << 10,

    /// <summary>Parts that are no facet: political violence only, least grade.</summary>
    Other = 1 << 11,
}

/// <summary>What of a filter a value fails: the meaning of every field but dates, parties and text.</summary>
internal sealed class FilterParts
{
    private readonly IncidentFilter _filter;
    private readonly Means _means;
    private readonly ulong _grades;

    public FilterParts(IncidentFilter filter)
    {
        _filter = filter;
        _means = Means.Of(filter.Tactics, filter.Targets);
        _grades = filter.GradeAtLeast is { } least ? Evidence.AtLeast(least) : 0;
    }

    public bool AskArea => _filter.Countries.Length + _filter.Regions.Length > 0;

    public bool AskKind => _filter.Types.Length + _filter.SubTypes.Length + _filter.Violence.Length
        + _filter.GeoPrecisions.Length + _filter.DatePrecisions.Length > 0
        || _filter.Checked is not null || _filter.PoliticalViolenceOnly;

    public bool AskMeans => _filter.Tactics.Length + _filter.Targets.Length > 0;

    public bool AskEvidence => _filter.Collections.Length > 0 || _filter.GradeAtLeast is not null;

    public bool AskToll => _filter.DeathsAtLeast is not null;

    public bool AskPoint => _filter.Box is not null;

    public Part FailedBy(Area area) =>
        If(_filter.Countries.Length > 0 && !_filter.Countries.Contains(area.Country), Part.Country)
        | If(_filter.Regions.Length > 0
            && !_filter.Regions.Contains(area.Region ?? IncidentFilter.NoRegion), Part.Region);

    public Part FailedBy(IncidentKind kind) =>
        If(_filter.Types.Length > 0 && !_filter.Types.Contains(kind.Type), Part.Type)
        | If(_filter.SubTypes.Length > 0 && !_filter.SubTypes.Contains(kind.SubType), Part.SubType)
        | If(_filter.Violence.Length > 0
            && (kind.Violence is not { } violence || !_filter.Violence.Contains(violence)), Part.Violence)
        | If(_filter.GeoPrecisions.Length > 0 && !_filter.GeoPrecisions.Contains(kind.GeoPrecision), Part.Geo)
        | If(_filter.DatePrecisions.Length > 0 && !_filter.DatePrecisions.Contains(kind.DatePrecision), Part.Time)
        | If(_filter.Checked is { } isChecked && isChecked != kind.IsChecked, Part.Checked)
        | If(_filter.PoliticalViolenceOnly && !EventTypes.IsPoliticalViolence(kind.SubType)
            || _filter.Box is not null && !kind.HasPlace, Part.Other);

    public Part FailedBy(Means means) =>
        If(_means.Tactics != 0 && (means.Tactics & _means.Tactics) == 0, Part.Tactic)
        | If(_means.Targets != 0 && (means.Targets & _means.Targets) == 0, Part.Target);

    public Part FailedBy(Evidence evidence) =>
        If(_filter.Collections.Length > 0 && !evidence.IsIn(_filter.Collections), Part.Collection)
        | If(_filter.GradeAtLeast is not null && (evidence.Grades & _grades) == 0, Part.Other);

    public Part FailedBy(Toll toll) => If((toll.Best ?? toll.Low ?? 0) < _filter.DeathsAtLeast, Part.Other);

    public Part FailedBy(MapPoint point) =>
        If(_filter.Box is { } box && !box.Contains(point.Latitude, point.Longitude), Part.Other);

    private static Part If(bool fails, Part part) => fails ? part : Part.None;
}
