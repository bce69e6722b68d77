namespace SahelWatch.Tests.Support;

internal sealed class FrozenTime(DateTime utc) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(utc);
}
