using System.Globalization;
using CsCheck;
using SahelWatch.Trends;

namespace SahelWatch.Tests.Trends;

public sealed class TimeBucketTests
{
    private static readonly Gen<(DateOnly Day, BucketSize Size)> Cases = Gen.Select(
        Gen.Int[0, 120_000].Select(new DateOnly(1900, 1, 1).AddDays), Gen.Enum<BucketSize>());

    [Fact]
    public void Every_day_lies_in_exactly_one_bucket() => Cases.Sample(one =>
    {
        var bucket = TimeBucket.Of(one.Day, one.Size);

        Assert.InRange(one.Day, bucket.First, bucket.Last);
        Assert.Equal(bucket, TimeBucket.Of(bucket.First, one.Size));
        Assert.Equal(bucket, TimeBucket.Of(bucket.Last, one.Size));
        Assert.NotEqual(bucket, TimeBucket.Of(bucket.Last.AddDays(1), one.Size));
    });

    [Fact]
    public void The_next_bucket_has_the_next_number_and_another_code() => Cases.Sample(one =>
    {
        var bucket = TimeBucket.Of(one.Day, one.Size);
        var next = TimeBucket.Of(bucket.Last.AddDays(1), one.Size);

        Assert.Equal(TimeBucket.Number(one.Day, one.Size) + 1, TimeBucket.Number(next.First, one.Size));
        Assert.True(string.CompareOrdinal(bucket.Code, next.Code) < 0);
    });

    [Fact]
    public void A_span_has_as_many_buckets_as_counted_without_gap() =>
        Gen.Select(Cases, Gen.Int[0, 3000]).Sample((one, days) =>
        {
            var last = one.Day.AddDays(days);

            var buckets = TimeBucket.Span(one.Day, last, one.Size);

            Assert.Equal(TimeBucket.Count(one.Day, last, one.Size), buckets.Count);
            Assert.InRange(one.Day, buckets[0].First, buckets[0].Last);
            Assert.InRange(last, buckets[^1].First, buckets[^1].Last);
            Assert.All(
                buckets.Zip(buckets.Skip(1)),
                pair => Assert.Equal(pair.First.Last.AddDays(1), pair.Second.First));
        });

    [Theory]
    [InlineData("2020-12-31", "2020-W53", "2020-12-28", "2021-01-03")]
    [InlineData("2021-01-03", "2020-W53", "2020-12-28", "2021-01-03")]
    [InlineData("2021-01-04", "2021-W01", "2021-01-04", "2021-01-10")]
    [InlineData("2018-12-31", "2019-W01", "2018-12-31", "2019-01-06")]
    [InlineData("2016-01-03", "2015-W53", "2015-12-28", "2016-01-03")]
    public void Weeks_begin_on_monday_and_take_the_iso_year(string day, string code, string first, string last)
    {
        var bucket = TimeBucket.Of(Day(day), BucketSize.Week);

        Assert.Equal((code, Day(first), Day(last)), (bucket.Code, bucket.First, bucket.Last));
        Assert.Equal(DayOfWeek.Monday, bucket.First.DayOfWeek);
    }

    [Theory]
    [InlineData("2020-02-29", BucketSize.Month, "2020-02", "2020-02-01", "2020-02-29")]
    [InlineData("2018-06-30", BucketSize.Quarter, "2018-Q2", "2018-04-01", "2018-06-30")]
    [InlineData("2018-10-01", BucketSize.Quarter, "2018-Q4", "2018-10-01", "2018-12-31")]
    [InlineData("2018-12-31", BucketSize.Year, "2018", "2018-01-01", "2018-12-31")]
    public void Months_quarters_and_years_follow_the_calendar(
        string day, BucketSize size, string code, string first, string last)
    {
        var bucket = TimeBucket.Of(Day(day), size);

        Assert.Equal((code, Day(first), Day(last)), (bucket.Code, bucket.First, bucket.Last));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
