namespace SahelWatch.Hosting;

/// <summary>Names of the rate-limit policies.</summary>
public static class Limits
{
    /// <summary>Whole-selection files: 60 a minute for one address.</summary>
    public const string Files = "files";
}
