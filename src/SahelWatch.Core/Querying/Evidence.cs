using System.Collections.Immutable;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>What an incident rests on.</summary>
/// <param name="Grades">The grades of its citations as bits, see <see cref="Bit"/>.</param>
/// <param name="Collections">Slugs of the collections it belongs to, in order, parted by a space.</param>
/// <param name="IndependentSources">How many of its sources do not go back to another one of them.</param>
public readonly record struct Evidence(ulong Grades, string Collections, int IndependentSources)
{
    private const int Credibilities = 6;
    private const int GradeCount = 6 * Credibilities;

    public static Evidence Of(
        IEnumerable<Grade> grades, IEnumerable<string> collections, int independentSources) => new(
        grades.Aggregate(0UL, (bits, grade) => bits | Bit(grade)),
        string.Join(' ', collections.Order(StringComparer.Ordinal)),
        independentSources);

    /// <summary>The bit of one grade: A1 is the lowest, F6 the 36th.</summary>
    public static ulong Bit(Grade grade) =>
        1UL << (grade.Reliability - 'A') * Credibilities + grade.Credibility - 1;

    /// <summary>The grades named by bits, the most reliable first and then the most credible.</summary>
    public Grade[] GradeList => [.. AllGrades(Grades)];

    /// <summary>The slugs in <see cref="Collections"/>.</summary>
    public static string[] SlugsOf(string collections) =>
        collections.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether the incident belongs to one of some collections.</summary>
    public bool IsIn(ImmutableArray<string> slugs)
    {
        foreach (var range in Collections.AsSpan().Split(' '))
        {
            foreach (var slug in slugs)
            {
                if (Collections.AsSpan(range).SequenceEqual(slug))
                {
                    return true;
                }
            }
        }
        return false;
    }

    /// <summary>Bits of all grades at least as good as one.</summary>
    public static ulong AtLeast(Grade least) => AllGrades(ulong.MaxValue)
        .Where(grade => grade.IsAtLeast(least))
        .Aggregate(0UL, (bits, grade) => bits | Bit(grade));

    private static IEnumerable<Grade> AllGrades(ulong bits)
    {
        for (var place = 0; place < GradeCount; place++)
        {
            if ((bits >> place & 1) == 1)
            {
                yield return new Grade((char)('A' + place / Credibilities), place % Credibilities + 1);
            }
        }
    }
}
