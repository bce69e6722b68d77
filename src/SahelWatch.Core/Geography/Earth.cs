namespace SahelWatch.Geography;

/// <summary>Distances on a sphere of the Earth's mean radius.</summary>
public static class Earth
{
    public const double RadiusKm = 6371.0088;

    /// <summary>Great-circle distance between two points in degrees (haversine formula).</summary>
    public static double Kilometres(double latitudeA, double longitudeA, double latitudeB, double longitudeB)
    {
        var north = Math.Sin(Radians(latitudeB - latitudeA) / 2);
        var east = Math.Sin(Radians(longitudeB - longitudeA) / 2);
        var square = north * north + Math.Cos(Radians(latitudeA)) * Math.Cos(Radians(latitudeB)) * east * east;
        return 2 * RadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(square)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
