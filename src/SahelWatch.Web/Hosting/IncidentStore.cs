using SahelWatch.Querying;

namespace SahelWatch.Hosting;

/// <summary>
/// Holds the current index. A new one replaces it in one assignment; readers keep the one they began with.
/// </summary>
public sealed class IncidentStore
{
    private volatile IncidentIndex _current = IncidentIndex.Build([], Reference.Empty, "empty");

    public IncidentIndex Current => _current;

    public void Replace(IncidentIndex index) => _current = index;
}
