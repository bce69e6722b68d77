using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>Incidents of which the country is known but no region.</summary>
public sealed record OutsideTotal(string CountryCode, Counted Incidents, TollSum Deaths, int? Latest);
