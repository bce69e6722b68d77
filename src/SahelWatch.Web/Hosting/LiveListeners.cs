using Microsoft.Extensions.Options;

namespace SahelWatch.Hosting;

/// <summary>
/// Counts the pages that are being told of new data, so that they stay within <see cref="LiveOptions"/>.
/// </summary>
public sealed class LiveListeners(IOptions<LiveOptions> options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _byVisitor = new(StringComparer.Ordinal);
    private int _all;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _all;
            }
        }
    }

    /// <summary>A place, given back by disposing of it; null where there is none left.</summary>
    public IDisposable? Enter(string visitor)
    {
        lock (_lock)
        {
            var own = _byVisitor.GetValueOrDefault(visitor);
            if (_all >= options.Value.Listeners || own >= options.Value.ListenersPerVisitor)
            {
                return null;
            }
            _all++;
            _byVisitor[visitor] = own + 1;
            return new Place(this, visitor);
        }
    }

    private void Leave(string visitor)
    {
        lock (_lock)
        {
            _all--;
            if (--_byVisitor[visitor] == 0)
            {
                _byVisitor.Remove(visitor);
            }
        }
    }

    private sealed class Place(LiveListeners listeners, string visitor) : IDisposable
    {
        private bool _isLeft;

        public void Dispose()
        {
            if (!_isLeft)
            {
                _isLeft = true;
                listeners.Leave(visitor);
            }
        }
    }
}
