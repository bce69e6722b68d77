namespace SahelWatch.Querying;

/// <summary>
/// Of each value of a table a part, such as the tactics of means, with parts named by codes too: far fewer than the
/// values. It follows the table as that grows, and any number of readers may ask.
/// </summary>
internal sealed class PartTable<T, TPart>(ValueTable<T> wholes, Func<T, TPart> partOf)
    where T : notnull
    where TPart : notnull
{
    private readonly Lock _growing = new();
    private int[] _codes = [];

    public ValueTable<TPart> Parts { get; } = new();

    /// <summary>Of each code of the table, the code of its part.</summary>
    public int[] ByCode
    {
        get
        {
            var codes = Volatile.Read(ref _codes);
            return codes.Length >= wholes.Count ? codes : Grow();
        }
    }

    private int[] Grow()
    {
        lock (_growing)
        {
            var values = wholes.Values;
            var codes = new int[values.Length];
            _codes.CopyTo(codes, 0);
            for (var code = _codes.Length; code < codes.Length; code++)
            {
                codes[code] = Parts.CodeOf(partOf(values[code]));
            }
            Volatile.Write(ref _codes, codes);
            return codes;
        }
    }
}
