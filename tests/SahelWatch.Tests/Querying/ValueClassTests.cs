using CsCheck;
using SahelWatch.Querying;

namespace SahelWatch.Tests.Querying;

public sealed class ValueClassTests
{
    [Fact]
    public void Every_value_above_zero_is_in_exactly_one_class() => Gen.Double[0, 50].Select(value => Math.Floor(value))
        .Array[0, 40].Sample(values =>
        {
            var classes = ValueClass.Quantiles(values);

            Assert.InRange(classes.Count, 0, ValueClass.Most);
            Assert.Equal(values.Count(value => value > 0), classes.Sum(one => one.Count));
            foreach (var value in values)
            {
                var holding = classes.Count(one => value >= one.Low && value <= one.High);
                Assert.Equal(value > 0 ? 1 : 0, holding);
                Assert.Equal(value > 0, ValueClass.PlaceOf(value, classes) > 0);
            }
        });

    [Fact]
    public void Equal_values_share_one_class() =>
        Assert.Equal([new ValueClass(3, 3, 9)], ValueClass.Quantiles([3, 3, 3, 3, 3, 3, 3, 3, 3]));

    [Fact]
    public void Five_values_make_five_classes() =>
        Assert.Equal([1.0, 2, 3, 4, 50], ValueClass.Quantiles([50, 2, 1, 4, 3]).Select(one => one.High));

    [Fact]
    public void Nothing_above_zero_makes_no_class() => Assert.Empty(ValueClass.Quantiles([0, 0, -1]));
}
