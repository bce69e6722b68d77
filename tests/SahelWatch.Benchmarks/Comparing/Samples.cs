namespace SahelWatch.Benchmarks.Comparing;

/// <summary>Times of one engine at one question, in milliseconds.</summary>
internal sealed class Samples
{
    private readonly List<double> _times = [];

    public int Count => _times.Count;

    public double Sum { get; private set; }

    /// <summary>Bytes that one run allocated on the managed heap, on any thread.</summary>
    public long Allocated { get; set; }

    public double Median => At(0.5);

    public double P10 => At(0.1);

    public double P90 => At(0.9);

    public void Add(double milliseconds)
    {
        _times.Add(milliseconds);
        Sum += milliseconds;
    }

    public double At(double share)
    {
        var ordered = _times.Order().ToArray();
        return ordered.Length == 0 ? double.NaN : ordered[(int)Math.Round((ordered.Length - 1) * share)];
    }
}
