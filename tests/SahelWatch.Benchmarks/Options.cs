using System.Globalization;

namespace SahelWatch.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Words">The verb and what it works on.</param>
/// <param name="Peers">Which of <see cref="AllPeers"/> to ask.</param>
internal sealed record Options(
    IReadOnlyList<string> Words, int Rows, int Rounds, IReadOnlyList<string> Peers, bool Json)
{
    public const string DuckDb = "duckdb";
    public const string Sqlite = "sqlite";
    public const string Node = "node";

    public const string Usage = """
        compare [--rows N] [--rounds N] [--peers duckdb,sqlite,node] [--json]
                                                   asks the index and its peers the same questions
        make FILE [--rows N]                       makes a database of synthetic incidents that the site starts on
        load FILE [--json]                         times the way from such a database to an index
        records FILE [--json]                      times saves of records, look-ups and a merge on a copy of one
        desk FILE [FOLDER] [--json]                times what editors and reviewers do on a copy of one, with the published
                                                   site, by itself or from FOLDER
        serve [FOLDER] [--rows N] [--database FILE] [--seconds N] [--json]
                                                   loads the published site, by itself or from FOLDER, with requests
        browse [FOLDER] [--rows N] [--database FOLDER]
                                                   visits its map in a browser, at 1,000 incidents and more up to N
        """;

    /// <summary>EF Core comes with SQLite; crossfilter2 and supercluster are node's.</summary>
    private static readonly string[] AllPeers = [DuckDb, Sqlite, Node];

    private const int UsualRows = 1_000_000;
    private const int UsualRounds = 7;

    /// <summary>Where the synthetic incidents are, or are to be kept; null for a file that goes again.</summary>
    public string? Database { get; init; }

    /// <summary>How long each load lasts.</summary>
    public int Seconds { get; init; } = 10;

    /// <exception cref="FormatException">An option is not known or its value is no number.</exception>
    public static Options Parse(IReadOnlyList<string> args)
    {
        var options = new Options([], UsualRows, UsualRounds, AllPeers, false);
        for (var i = 0; i < args.Count; i++)
        {
            options = args[i] switch
            {
                "--json" => options with { Json = true },
                "--rows" => options with { Rows = Number(args, ++i) },
                "--seconds" => options with { Seconds = Number(args, ++i) },
                "--database" when i + 1 < args.Count => options with { Database = args[++i] },
                "--rounds" => options with { Rounds = Number(args, ++i) },
                "--peers" => options with { Peers = Names(args, ++i) },
                var word when !word.StartsWith('-') => options with { Words = [.. options.Words, word] },
                var other => throw new FormatException($"'{other}' is no option."),
            };
        }
        return options;
    }

    private static string[] Names(IReadOnlyList<string> args, int place)
    {
        var names = place < args.Count ? args[place].Split(',', StringSplitOptions.RemoveEmptyEntries) : [];
        return Array.TrueForAll(names, AllPeers.Contains)
            ? names
            : throw new FormatException($"'--peers' asks for some of {string.Join(',', AllPeers)}.");
    }

    private static int Number(IReadOnlyList<string> args, int place) =>
        place < args.Count
        && int.TryParse(args[place], NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
        && number > 0
            ? number
            : throw new FormatException($"'{args[place - 1]}' asks for a number above 0.");
}
