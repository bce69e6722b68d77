namespace SahelWatch.Geography;

/// <summary>
/// One first-order division in one layout of a country's regions. Layouts carry their validity, so that a later
/// layout can stand beside an earlier one.
/// </summary>
public sealed class Region
{
    public int Id { get; init; }

    /// <summary>ISO 3166-2.</summary>
    public required string Code { get; init; }

    public required string CountryCode { get; set; }

    public Country Country { get; set; } = null!;

    public required string NameEn { get; set; }

    public required string NameFr { get; set; }

    /// <summary>Other spellings, former and later names.</summary>
    public List<string> Aliases { get; set; } = [];

    /// <summary>Name of the set of boundaries this region belongs to.</summary>
    public required string Layout { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>Square kilometres.</summary>
    public double AreaKm2 { get; set; }

    public int? Population { get; set; }

    public int? PopulationYear { get; set; }

    public string? PopulationSource { get; set; }

    public double LabelLatitude { get; set; }

    public double LabelLongitude { get; set; }
}
