namespace SahelWatch.Accounts;

/// <summary>
/// Slows those who try passwords or codes, by what they try and by where they try from. Five tries are free; from then
/// on each further one has to wait, a minute at first and twice as long every time, up to a quarter of an hour. What is
/// known is kept in memory: one process serves a database, and a restart takes longer than it gains.
/// </summary>
public sealed class SignInGuard(TimeProvider time)
{
    public const int FreeTries = 5;
    private const int Largest = 100_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly Dictionary<string, Tries> _tries = [];
    private readonly Lock _lock = new();
    private DateTime _forgot;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Counts a try beforehand, so that many at once are counted too; false where one has to wait, and nothing is
    /// counted.
    /// </summary>
    public bool Begin(params IReadOnlyCollection<string> keys)
    {
        lock (_lock)
        {
            Forget();
            if (keys.Any(key => _tries.TryGetValue(key, out var tries) && tries.Until > Now))
            {
                return false;
            }
            foreach (var key in keys)
            {
                var count = (_tries.TryGetValue(key, out var tries) && tries.At + Remembered > Now ? tries.Count : 0) + 1;
                _tries[key] = new Tries(count, Now, Until(count));
            }
            return true;
        }
    }

    /// <summary>Whether the next try has to wait.</summary>
    public bool HasToWait(string key)
    {
        lock (_lock)
        {
            return _tries.TryGetValue(key, out var tries) && tries.Until > Now;
        }
    }

    /// <summary>
    /// Takes back what <see cref="Begin"/> counted: all of it for the account, one try for the address.
    /// </summary>
    public void Succeeded(params IReadOnlyCollection<string> keys)
    {
        lock (_lock)
        {
            foreach (var key in keys)
            {
                if (key.StartsWith(AddressPrefix, StringComparison.Ordinal)
                    && _tries.TryGetValue(key, out var tries) && tries.Count > 1)
                {
                    _tries[key] = new Tries(tries.Count - 1, tries.At, Until(tries.Count - 1));
                }
                else
                {
                    _tries.Remove(key);
                }
            }
        }
    }

    public const string AddressPrefix = "address ";

    private DateTime Until(int count)
    {
        if (count < FreeTries)
        {
            return DateTime.MinValue;
        }
        var minutes = Math.Pow(2, Math.Min(count - FreeTries, 10));
        return Now + (minutes < LongestWait.TotalMinutes ? TimeSpan.FromMinutes(minutes) : LongestWait);
    }

    /// <summary>Leaves out what has aged, once a minute, and the older half of too many.</summary>
    private void Forget()
    {
        var tooMany = _tries.Count > Largest;
        if (!tooMany && _forgot + TimeSpan.FromMinutes(1) > Now)
        {
            return;
        }
        _forgot = Now;
        var last = tooMany
            ? _tries.Values.Select(tries => tries.At).Order().ElementAt(Largest / 2)
            : Now - Remembered;
        foreach (var key in _tries.Where(pair => pair.Value.At <= last).Select(pair => pair.Key).ToList())
        {
            _tries.Remove(key);
        }
    }

    private readonly record struct Tries(int Count, DateTime At, DateTime Until);
}
