namespace SahelWatch.Benchmarks.Serving;

/// <summary>What a run is to reach: requests a second, 0 for any number, and milliseconds for 99 of 100.</summary>
internal sealed record Goal(double PerSecond, double P99)
{
    public bool IsMetBy(Load load) => load.Requests > 0 && load.PerSecond >= PerSecond && load.P99 < P99;

    public override string ToString() => PerSecond == 0
        ? $"p99 < {P99} ms"
        : $">= {PerSecond:N0}/s, p99 < {P99} ms";
}
