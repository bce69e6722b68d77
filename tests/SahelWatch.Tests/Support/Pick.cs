using CsCheck;

namespace SahelWatch.Tests.Support;

/// <summary>One of a few given values; repeat a value to make it more frequent.</summary>
public static class Pick
{
    public static Gen<T> From<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
