namespace SahelWatch.Browser.Support;

/// <summary>One address of every kind of page.</summary>
public static class SitePages
{
    public static readonly IReadOnlyList<string> All =
    [
        "/",
        "/?actor=jnim&tactic=svbied&from=2018&to=2018",
        "/?view=regions",
        "/incidents",
        "/incidents?from=2018-13&colour=red",
        "/incidents?q=zzzz",
        "/incidents/100",
        "/incidents/100/history",
        "/changes",
        "/trends?violence=political",
        "/trends?measure=deaths&split=country&from=2018&to=2020",
        "/actors",
        "/actors/jnim",
        "/regions",
        "/regions/ML-5",
        "/calendar",
        "/collections/ctp-2018-07",
        "/about",
        "/about/codebook",
        "/about/api",
        "/nothing-here",
    ];
}
