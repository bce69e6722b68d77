namespace SahelWatch.Benchmarks.Peers;

/// <summary>The panels of counts; named as <see cref="Querying.Facet"/>, months besides.</summary>
internal enum Panel
{
    Month,
    Country,
    Region,
    Type,
    Subtype,
    Ucdp,
    Geo,
    Time,
    Checked,
    Tactic,
    Target,
    Actor,
    Kind,
    Role,
    Attribution,
}

internal static class Panels
{
    public static readonly IReadOnlyList<Panel> All = Enum.GetValues<Panel>();

    /// <summary>Whether an incident can have several of the panel's values, kept as bits.</summary>
    public static bool IsMask(this Panel panel) => panel >= Panel.Tactic;

    /// <summary>Whether the panel shows entries of actors, which must meet the rest of the actor filter each.</summary>
    public static bool IsOfEntries(this Panel panel) => panel > Panel.Actor;

    public static string Column(this Panel panel) => panel switch
    {
        Panel.Ucdp => "violence",
        Panel.Tactic => "tactics",
        Panel.Target => "targets",
        Panel.Actor => "actors",
        Panel.Kind => "kinds",
        Panel.Role => "roles",
        Panel.Attribution => "attributions",
        _ => panel.ToString().ToLowerInvariant(),
    };

    /// <summary>The column of the table of entries.</summary>
    public static string EntryColumn(this Panel panel) => panel.ToString().ToLowerInvariant();
}
