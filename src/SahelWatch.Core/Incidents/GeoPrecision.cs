namespace SahelWatch.Incidents;

/// <summary>
/// How well the place is known, finest first. <see cref="Exact"/> is the place itself, <see cref="Near"/> lies within
/// about 25 km of the point; from <see cref="District"/> on the point stands for an area and is never drawn as a place.
/// </summary>
public enum GeoPrecision
{
    Exact,
    Near,
    District,
    Region,
    Area,
    Country,
    Waters,
}
