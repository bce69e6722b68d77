using SahelWatch.Incidents;

namespace SahelWatch.Benchmarks.Synthetic;

/// <summary>How the facts of a synthetic incident are spread.</summary>
internal static class SyntheticFacts
{
    /// <summary>In the order of <see cref="EventSubType"/>, in per cent.</summary>
    private static readonly Weighted SubTypes = new(
    [
        24, 1.2, 1.6, 7, 0.6, 2.5, 8, 0.3, 0.02, 21, 8, 0.8, 5, 0.7, 0.3,
        1.2, 1.5, 0.3, 2.5, 0.6, 2.2, 0.4, 5, 0.5, 1.6, 0.4, 2.78,
    ]);

    private static readonly Weighted DatePrecisions = new([82, 8, 5, 4, 1]);
    private static readonly Weighted GeoPrecisions = new([55, 26, 9, 5, 1.5, 3, 0.5]);
    private static readonly Weighted Usual = Weighted.Zipf(6);
    private static readonly Weighted TargetRanks = Weighted.Zipf(Incidents.Targets.All.Count);

    public static EventSubType SubType(ref Dice dice) => (EventSubType)SubTypes.Pick(ref dice);

    /// <summary>
    /// Later numbers are later incidents, with delays of some weeks; one in ten is a late report of any time.
    /// </summary>
    public static (DateOnly StartsOn, DateOnly EndsOn, DatePrecision Precision) Days(ref Dice dice, double share)
    {
        var span = SyntheticSet.LastDay.DayNumber - SyntheticSet.FirstDay.DayNumber + 1;
        share = dice.Chance(0.1) ? dice.Share() : share;
        var day = (int)(Math.Pow(share, 0.6) * span) - (int)(-12 * Math.Log(1 - dice.Share()));
        var starts = SyntheticSet.FirstDay.AddDays(Math.Clamp(day, 0, span - 1));
        var precision = (DatePrecision)DatePrecisions.Pick(ref dice);
        starts = precision switch
        {
            DatePrecision.Month => new DateOnly(starts.Year, starts.Month, 1),
            DatePrecision.Year => new DateOnly(starts.Year, 1, 1),
            _ => starts,
        };
        return (starts, precision switch
        {
            DatePrecision.Day => starts,
            DatePrecision.Days => starts.AddDays(1 + dice.Roll(5)),
            DatePrecision.Week => starts.AddDays(6),
            DatePrecision.Month => starts.AddMonths(1).AddDays(-1),
            _ => starts.AddYears(1).AddDays(-1),
        }, precision);
    }

    public static GeoPrecision GeoPrecision(ref Dice dice) => (GeoPrecision)GeoPrecisions.Pick(ref dice);

    public static UcdpViolence? Violence(ref Dice dice, EventSubType subType) => EventTypes.TypeOf(subType) switch
    {
        EventType.Battles => dice.Chance(0.85) ? UcdpViolence.StateBased : UcdpViolence.NonState,
        EventType.Explosions => dice.Chance(0.7) ? UcdpViolence.StateBased : null,
        EventType.ViolenceAgainstCivilians => UcdpViolence.OneSided,
        _ => null,
    };

    /// <summary>One in ten lacks every figure, a tenth of the others the best, a twentieth all but the low.</summary>
    public static Toll Deaths(ref Dice dice, EventSubType subType)
    {
        if (dice.Chance(0.1))
        {
            return default;
        }
        var deadly = EventTypes.TypeOf(subType) <= EventType.ViolenceAgainstCivilians;
        var best = dice.Chance(deadly ? 0.35 : 0.9) ? 0 : (int)Math.Min(Math.Pow(1 - dice.Share(), -0.8), 400);
        var low = dice.Chance(0.7) ? best : (int)(best * dice.Share());
        var high = dice.Chance(0.7) ? best : best + 1 + (int)(best * dice.Share());
        var shape = dice.Share();
        return shape < 0.05 ? new Toll(low, null, null) : new Toll(low, shape < 0.15 ? null : best, high);
    }

    /// <summary>None to three of the half-dozen tactics that go with a sub-type.</summary>
    public static ulong Tactics(ref Dice dice, EventSubType subType)
    {
        var bits = 0UL;
        for (var wanted = dice.Roll(4); wanted > 0; wanted--)
        {
            bits |= 1UL << ((int)subType * 7 + Usual.Pick(ref dice) * 5) % Incidents.Tactics.All.Count;
        }
        return bits;
    }

    public static ulong Targets(ref Dice dice, EventSubType subType)
    {
        var bits = 1UL << (TargetRanks.Pick(ref dice) + (int)subType) % Incidents.Targets.All.Count;
        return dice.Chance(0.3) ? bits | 1UL << TargetRanks.Pick(ref dice) : bits;
    }
}
