using System.Globalization;

namespace SahelWatch.Benchmarks.Comparing;

/// <summary>An answer as named numbers, to hold one engine's against another's.</summary>
internal sealed class Figures
{
    /// <summary>Sums of degrees are added up in another order by each engine.</summary>
    private const double Tolerance = 1e-6;

    private readonly Dictionary<string, double> _byName = new(StringComparer.Ordinal);

    public int Count => _byName.Count;

    public double this[string name]
    {
        get => _byName.GetValueOrDefault(name);
        set => _byName[name] = value;
    }

    /// <summary>Adds to a number; zero makes none.</summary>
    public void Add(string name, double value)
    {
        if (value != 0)
        {
            _byName[name] = this[name] + value;
        }
    }

    /// <summary>The first numbers in which two answers differ; null where they agree.</summary>
    /// <param name="all">False leaves out numbers that the other does not give.</param>
    public string? DifferenceFrom(Figures other, bool all)
    {
        var differences = other._byName.Keys.Union(all ? _byName.Keys : []).Order(StringComparer.Ordinal)
            .Where(name => !(Math.Abs(this[name] - other[name]) <= Tolerance * Math.Max(1, Math.Abs(this[name]))))
            .ToList();
        return differences.Count == 0 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{differences.Count} of {Count} figures differ, the first: ")
            + string.Join("; ", differences.Take(4).Select(name => string.Create(
                CultureInfo.InvariantCulture, $"{name} is {this[name]} and not {other[name]}")));
    }
}
