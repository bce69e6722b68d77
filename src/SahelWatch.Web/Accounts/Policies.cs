using SahelWatch.Editing;

namespace SahelWatch.Accounts;

/// <summary>Names of the authorisation policies; each endpoint names one, or it answers nobody.</summary>
public static class Policies
{
    /// <summary>Everyone, or everyone signed in where reading is closed.</summary>
    public const string Reading = "reading";

    public const string SignedIn = "signed-in";

    /// <summary>The desk: editors, reviewers, managers and administrators.</summary>
    public const string Desk = "desk";

    public const string Editing = "editing";

    public const string Reviewing = "reviewing";

    public const string Administering = "administering";

    /// <summary>The roles that each policy admits besides those that ask for no role.</summary>
    public static readonly IReadOnlyDictionary<string, Role[]> Roles = new Dictionary<string, Role[]>
    {
        [Desk] = [Role.Editor, Role.Reviewer, Role.Manager, Role.Administrator],
        [Editing] = [Role.Editor],
        [Reviewing] = [Role.Reviewer],
        [Administering] = [Role.Administrator],
    };
}
