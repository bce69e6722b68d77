namespace SahelWatch.Tests.Support;

internal sealed class MovingTime(DateTime utc) : TimeProvider
{
    public DateTime Now { get; set; } = utc;

    public override DateTimeOffset GetUtcNow() => new(Now);
}
