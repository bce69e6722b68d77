using System.Globalization;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Benchmarks.Synthetic;

/// <summary>Invented places: four in five around a few dozen hot spots, the rest anywhere in the countries.</summary>
internal sealed class SyntheticGazetteer(RegionBoundaries boundaries, ulong seed)
{
    private const int HotSpots = 40;
    private const double HotSpotDegrees = 0.6;

    private readonly List<(double Latitude, double Longitude)> _hotSpots = [];
    private readonly Weighted _weights = Weighted.Zipf(HotSpots, 0.7);

    /// <summary>The commonest first.</summary>
    public IReadOnlyList<Place> Places(int count)
    {
        var dice = new Dice(seed, 2);
        while (_hotSpots.Count < HotSpots)
        {
            var box = boundaries.All[dice.Roll(boundaries.All.Count)].Box;
            var point = (box.MinY + box.Height * dice.Share(), box.MinX + box.Width * dice.Share());
            if (point.Item1 < 19 && boundaries.Find(point.Item1, point.Item2) is not null)
            {
                _hotSpots.Add(point);
            }
        }
        var places = new List<Place>(count);
        while (places.Count < count)
        {
            if (Place(ref dice, places.Count + 1) is { } place)
            {
                places.Add(place);
            }
        }
        return places;
    }

    private Place? Place(ref Dice dice, int number)
    {
        var (latitude, longitude) = Point(ref dice);
        if (boundaries.Find(latitude, longitude) is not { } region)
        {
            return null;
        }
        var name = Vocabulary.Word(ref dice, 2 + dice.Roll(3));
        return new Place
        {
            Id = SyntheticWorld.FirstId + number,
            Slug = string.Create(CultureInfo.InvariantCulture, $"synthetic-place-{number:00000}"),
            Name = $"{char.ToUpperInvariant(name[0])}{name[1..]}",
            CountryCode = region.CountryCode,
            Region = region,
            Latitude = latitude,
            Longitude = longitude,
            GeoPrecision = GeoPrecision.Exact,
            CoordinateSource = CoordinateSource.Gazetteer,
            Kind = PlaceKind.Settlement,
            Note = "A place of the synthetic set; it does not exist.",
        };
    }

    /// <summary>Four decimals, as gazetteers give them.</summary>
    private (double Latitude, double Longitude) Point(ref Dice dice)
    {
        var (latitude, longitude) = (10 + 14 * dice.Share(), -12 + 27 * dice.Share());
        if (dice.Chance(0.8))
        {
            var spot = _hotSpots[_weights.Pick(ref dice)];
            latitude = spot.Latitude + HotSpotDegrees * dice.Bell();
            longitude = spot.Longitude + HotSpotDegrees * dice.Bell();
        }
        return (Math.Round(latitude, 4), Math.Round(longitude, 4));
    }
}
