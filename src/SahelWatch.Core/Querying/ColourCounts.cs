using System.Runtime.CompilerServices;

namespace SahelWatch.Querying;

/// <summary>How many incidents carry each of the <see cref="ActorColours"/>, without an array of its own.</summary>
[InlineArray(ActorColours.Count)]
public struct ColourCounts
{
    private int _first;
}
