using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using SahelWatch.Querying;

namespace SahelWatch.Geography;

/// <summary>One region with its shape (WGS 84, x is the longitude) and bounding box.</summary>
public sealed class RegionBoundary(Region region, Geometry shape, IReadOnlyList<LaterRegion> later)
{
    private readonly IPreparedGeometry _prepared = PreparedGeometryFactory.Prepare(shape);

    private HashSet<string> Names { get; } =
    [
        .. region.Aliases.Concat(later.Select(one => one.Name)).Append(region.NameEn).Append(region.NameFr)
            .Select(TextFold.Fold),
    ];

    public Region Region { get; } = region;

    public Geometry Shape { get; } = shape;

    /// <summary>Regions that were cut out of this one after its layout.</summary>
    public IReadOnlyList<LaterRegion> Later { get; } = later;

    public Envelope Box { get; } = shape.EnvelopeInternal;

    /// <summary>Whether a name is this region's, one of its aliases, or that of a region later cut out of it.</summary>
    public bool GoesBy(string name) => Names.Contains(TextFold.Fold(name));

    /// <summary>Whether the point lies in the shape or on its border.</summary>
    public bool Covers(Point point) => Box.Covers(point.Coordinate) && _prepared.Covers(point);

    /// <summary>
    /// Degrees from the shape, 0 inside; infinite where its box is further than <paramref name="most"/>.
    /// </summary>
    public double DistanceTo(Point point, double most) =>
        Box.Distance(point.EnvelopeInternal) > most ? double.PositiveInfinity : Shape.Distance(point);
}
