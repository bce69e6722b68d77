namespace SahelWatch.Querying;

/// <summary>One class of a shaded map, by the least and greatest value that it in fact holds; both included.</summary>
public readonly record struct ValueClass(double Low, double High, int Count)
{
    public const int Most = 5;

    /// <summary>
    /// Classes of about equally many values above zero, in order: at most <see cref="Most"/>, fewer where values
    /// repeat, because equal values always share a class. Zero and below belong to no class.
    /// </summary>
    public static IReadOnlyList<ValueClass> Quantiles(IEnumerable<double> values)
    {
        var ordered = values.Where(value => value > 0).Order().ToArray();
        var classes = new List<ValueClass>();
        var start = 0;
        for (var part = 1; part <= Most && start < ordered.Length; part++)
        {
            var end = Math.Max((int)Math.Round((double)part * ordered.Length / Most), start + 1);
            while (end < ordered.Length && ordered[end] == ordered[end - 1])
            {
                end++;
            }
            classes.Add(new ValueClass(ordered[start], ordered[end - 1], end - start));
            start = end;
        }
        return classes;
    }

    /// <summary>Place of a value's class, from 1; 0 for values in none.</summary>
    public static int PlaceOf(double value, IReadOnlyList<ValueClass> classes)
    {
        for (var place = 0; place < classes.Count; place++)
        {
            if (value >= classes[place].Low && value <= classes[place].High)
            {
                return place + 1;
            }
        }
        return 0;
    }
}
