namespace SahelWatch.Geography;

/// <summary>A region that was cut out of another after the layout of boundaries in use.</summary>
/// <param name="Code">ISO 3166-2; null where none is given yet.</param>
/// <param name="Since">As known: <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>.</param>
public sealed record LaterRegion(string? Code, string Name, string Since);
