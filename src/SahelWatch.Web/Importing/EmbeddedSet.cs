using SahelWatch.Geography;
using SahelWatch.Hosting;

namespace SahelWatch.Importing;

/// <summary>The data files that travel with the executable, read once.</summary>
public sealed class EmbeddedSet
{
    private readonly Lazy<SeedFiles> _files;
    private readonly Lazy<RegionBoundaries> _boundaries;
    private readonly Lazy<byte[]> _neighbours;

    public EmbeddedSet(string folder)
    {
        _files = new(() => SeedFiles.Open(folder));
        _boundaries = new(() => RegionBoundaries.Parse(Files.Files[SeedFiles.BoundariesFile]));
        _neighbours = new(() => File.ReadAllBytes(Path.Combine(folder, "boundaries", "neighbours.geojson")));
    }

    public EmbeddedSet() : this(AppFolders.Data)
    {
    }

    public SeedFiles Files => _files.Value;

    public RegionBoundaries Boundaries => _boundaries.Value;

    /// <summary>Outlines of the surrounding countries, as GeoJSON.</summary>
    public ReadOnlyMemory<byte> Neighbours => _neighbours.Value;
}
