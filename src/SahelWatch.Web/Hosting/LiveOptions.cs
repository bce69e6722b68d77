namespace SahelWatch.Hosting;

/// <summary>Section <c>Live</c>: open pages that are told of new data.</summary>
public sealed class LiveOptions
{
    /// <summary>Pages told at a time, of all visitors; 0 tells none.</summary>
    public int Listeners { get; init; } = 1000;

    /// <summary>Pages of one visitor, who may be many people behind one address.</summary>
    public int ListenersPerVisitor { get; init; } = 50;

    /// <summary>Seconds after which a silent connection is given a sign of life.</summary>
    public int Seconds { get; init; } = 25;
}
