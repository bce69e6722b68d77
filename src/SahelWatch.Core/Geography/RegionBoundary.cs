using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace SahelWatch.Geography;

/// <summary>One region with its shape (WGS 84, x is the longitude) and bounding box.</summary>
public sealed class RegionBoundary(Region region, Geometry shape, IReadOnlyList<LaterRegion> later)
{
    private readonly IPreparedGeometry _prepared = PreparedGeometryFactory.Prepare(shape);

    public Region Region { get; } = region;

    public Geometry Shape { get; } = shape;

    /// <summary>Regions that were cut out of this one after its layout.</summary>
    public IReadOnlyList<LaterRegion> Later { get; } = later;

    public Envelope Box { get; } = shape.EnvelopeInternal;

    /// <summary>Whether the point lies in the shape or on its border.</summary>
    public bool Covers(Point point) => Box.Covers(point.Coordinate) && _prepared.Covers(point);

    /// <summary>Degrees from the shape, 0 inside; infinite where its box is further than <paramref name="most"/>.</summary>
    public double DistanceTo(Point point, double most) =>
        Box.Distance(point.EnvelopeInternal) > most ? double.PositiveInfinity : Shape.Distance(point);
}
