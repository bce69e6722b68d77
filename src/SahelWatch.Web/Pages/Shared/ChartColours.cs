namespace SahelWatch.Pages.Shared;

/// <summary>
/// The colours of drawings that stand alone as files and so can use no style sheet: the light values of the tokens that
/// pages are coloured by.
/// </summary>
public static class ChartColours
{
    /// <summary>As <c>--series-1</c> and on.</summary>
    public static readonly IReadOnlyList<string> Series =
        ["#0072b2", "#d55e00", "#009e73", "#b05a8e", "#332288", "#5f6870"];
}
