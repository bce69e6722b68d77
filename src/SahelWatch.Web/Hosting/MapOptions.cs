using System.ComponentModel.DataAnnotations;

namespace SahelWatch.Hosting;

/// <summary>Section <c>Map</c>: an optional tile layer under the embedded boundaries; off by default.</summary>
public sealed class MapOptions : IValidatableObject
{
    /// <summary>Tile address with {z}, {x} and {y}; null shows the embedded boundaries alone.</summary>
    public string? TileUrl { get; init; }

    /// <summary>Credit that the tile server's licence asks for.</summary>
    public string? TileAttribution { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (TileUrl is not null
            && (!Uri.TryCreate(TileUrl, UriKind.Absolute, out var uri)
                || uri.Scheme is not ("https" or "http")
                || !TileUrl.Contains("{z}", StringComparison.Ordinal)
                || !TileUrl.Contains("{x}", StringComparison.Ordinal)
                || !TileUrl.Contains("{y}", StringComparison.Ordinal)))
        {
            yield return new ValidationResult(
                $"Map:TileUrl is '{TileUrl}'; expected an http(s) address with {{z}}, {{x}} and {{y}}.",
                [nameof(TileUrl)]);
        }
    }
}
