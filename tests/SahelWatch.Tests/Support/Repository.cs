using System.Runtime.CompilerServices;
using SahelWatch.Geography;
using SahelWatch.Importing;

namespace SahelWatch.Tests.Support;

/// <summary>The files of this working tree, and the embedded set read once.</summary>
internal static class Repository
{
    public static readonly DateTime ReadAt = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private static readonly Lazy<SeedFiles> LazySeed = new(() => SeedFiles.Open(Data));

    private static readonly Lazy<RegionBoundaries> LazyBoundaries =
        new(() => RegionBoundaries.Parse(Seed.Files[SeedFiles.BoundariesFile]));

    private static readonly Lazy<SeedSet> LazySet = new(() => SeedReader.Read(Seed, Boundaries, ReadAt).Set!);

    public static string Root { get; } = FindRoot();

    public static string Data => Path.Combine(Root, "data");

    public static SeedFiles Seed => LazySeed.Value;

    public static RegionBoundaries Boundaries => LazyBoundaries.Value;

    /// <summary>Shared by all tests: read it, do not change it.</summary>
    public static SeedSet Set => LazySet.Value;

    private static string FindRoot([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
