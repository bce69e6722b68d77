namespace SahelWatch.Pages.Shared;

/// <summary>A value axis from 0 in steps of 1, 2 or 5 times a power of ten, with at most six marks.</summary>
public sealed record ValueScale(int Top, IReadOnlyList<int> Ticks)
{
    public static ValueScale For(IEnumerable<int> values)
    {
        var most = Math.Max(1, values.DefaultIfEmpty().Max());
        var step = 1;
        for (var grow = 0; most > 5L * step; grow++)
        {
            step = grow % 3 == 1 ? step / 2 * 5 : step * 2;
        }
        var marks = (most + step - 1) / step;
        return new ValueScale(marks * step, [.. Enumerable.Range(0, marks + 1).Select(mark => mark * step)]);
    }
}
