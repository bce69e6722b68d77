namespace SahelWatch.Geography;

/// <summary>A country, by ISO 3166-1 alpha-3.</summary>
public sealed class Country
{
    public required string Code { get; init; }

    public required string NameEn { get; set; }

    public required string NameFr { get; set; }
}
