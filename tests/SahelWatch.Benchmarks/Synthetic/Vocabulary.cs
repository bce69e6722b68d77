using System.Text;

namespace SahelWatch.Benchmarks.Synthetic;

/// <summary>Made-up words, the commonest first and shortest, about one in six with an accent.</summary>
internal sealed class Vocabulary
{
    private static readonly string[] Heads =
    [
        "b", "c", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "ch", "dr", "gr", "tr",
    ];

    private static readonly string[] Cores = ["a", "e", "i", "o", "u", "ou", "ai", "an", "on", "er", "is", "or"];

    private static readonly string[] Accented = ["é", "è", "ê", "ï", "ô", "à", "ç" + "a"];

    private readonly Weighted _ranks;

    public Vocabulary(int count, ulong seed)
    {
        var dice = new Dice(seed, 1);
        var known = new HashSet<string>(StringComparer.Ordinal);
        var words = new List<string>(count);
        while (words.Count < count)
        {
            var word = Word(ref dice, words.Count < 60 ? 1 : 2 + dice.Roll(3));
            if (known.Add(word))
            {
                words.Add(word);
            }
        }
        Words = words;
        _ranks = Weighted.Zipf(count);
    }

    public IReadOnlyList<string> Words { get; }

    public string Pick(ref Dice dice) => Words[_ranks.Pick(ref dice)];

    /// <summary>The first word from a rank on that no other word holds: a search for it finds whole words.</summary>
    public string Distinct(int rank, bool accented = false) => Words.Skip(rank).First(word =>
        word.All(char.IsAscii) != accented
        && Words.Count(other => other.Contains(word, StringComparison.Ordinal)) == 1);

    public static string Word(ref Dice dice, int syllables)
    {
        var word = new StringBuilder();
        for (var i = 0; i < syllables; i++)
        {
            word.Append(Heads[dice.Roll(Heads.Length)]);
            word.Append(dice.Chance(0.06) ? Accented[dice.Roll(Accented.Length)] : Cores[dice.Roll(Cores.Length)]);
        }
        return word.ToString();
    }
}
