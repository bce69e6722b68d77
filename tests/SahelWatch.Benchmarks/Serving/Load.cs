namespace SahelWatch.Benchmarks.Serving;

/// <summary>What one run of requests measured.</summary>
/// <param name="P50">Milliseconds within which half of the requests were answered.</param>
/// <param name="P99">Milliseconds within which 99 of 100 requests were answered.</param>
internal sealed record Load(int Requests, double Seconds, double P50, double P99)
{
    public double PerSecond => Requests / Seconds;
}
