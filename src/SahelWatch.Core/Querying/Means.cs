using System.Numerics;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// How and at what an incident struck: bit i of <paramref name="Tactics"/> is the i-th of
/// <see cref="Incidents.Tactics.All"/>, and so for targets.
/// </summary>
public readonly record struct Means(ulong Tactics, ulong Targets)
{
    /// <exception cref="ArgumentException">A code is in neither list.</exception>
    public static Means Of(IEnumerable<string> tactics, IEnumerable<string> targets) =>
        new(Bits(Incidents.Tactics.All, tactics), Bits(Incidents.Targets.All, targets));

    public IEnumerable<string> TacticCodes => Codes(Incidents.Tactics.All, Tactics);

    public IEnumerable<string> TargetCodes => Codes(Incidents.Targets.All, Targets);

    internal static ulong Bits(IReadOnlyList<string> codes, IEnumerable<string> values)
    {
        var bits = 0UL;
        foreach (var value in values)
        {
            var place = 0;
            while (place < codes.Count && codes[place] != value)
            {
                place++;
            }
            bits |= place < codes.Count
                ? 1UL << place
                : throw new ArgumentException($"'{value}' is none of the codes {string.Join(", ", codes)}.");
        }
        return bits;
    }

    private static IEnumerable<string> Codes(IReadOnlyList<string> codes, ulong bits)
    {
        for (; bits != 0; bits &= bits - 1)
        {
            yield return codes[BitOperations.TrailingZeroCount(bits)];
        }
    }
}
