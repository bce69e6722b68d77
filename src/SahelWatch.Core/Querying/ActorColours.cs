using SahelWatch.Actors;
using SahelWatch.Incidents;

namespace SahelWatch.Querying;

/// <summary>
/// Which of six colours an incident carries on a map. Without chosen actors it is the group of the first perpetrator
/// (or, where none is named, of side A), and so it stays with one chosen actor; with two to five each has its own
/// colour and the last colour is left for an incident that names them in no way, which a filter by actor excludes.
/// </summary>
public sealed class ActorColours
{
    public const int Count = 6;

    /// <summary>
    /// A party's claim on its incident's colour is a rank, of which the lowest wins, and below it a colour.
    /// </summary>
    private const int RankShift = 3;
    private const int ColourMask = (1 << RankShift) - 1;
    private const byte NoClaim = ColourMask << RankShift | Count - 1;

    private readonly IncidentIndex _index;
    private readonly Epochs _epochs;
    private readonly ILookup<string, (int Colour, Membership Member)>? _chosen;
    private readonly byte[]?[] _claims;

    public ActorColours(IncidentIndex index, IncidentFilter filter)
    {
        _index = index;
        _epochs = Epochs.None;
        if (filter.Actors.Length is >= 2 and < Count)
        {
            Chosen = filter.Actors;
            _epochs = Epochs.Of(filter, index.Reference);
            _chosen = filter.Actors
                .SelectMany((slug, place) => (filter.Components
                        ? index.Reference.WithComponents(slug)
                        : [new Membership(slug, DateOnly.MinValue, DateOnly.MaxValue)])
                    .Select(member => (place, member)))
                .ToLookup(pair => pair.member.Slug);
        }
        _claims = new byte[_epochs.Count][];
    }

    /// <summary>Slugs that have a colour each, in the order of the colours; empty where colours are groups.</summary>
    public IReadOnlyList<string> Chosen { get; } = [];

    /// <summary>
    /// Colour of a row, from 0: a place in <see cref="Chosen"/>, or a value of <see cref="ActorGroup"/>.
    /// </summary>
    public int Of(int row)
    {
        var (block, place) = (_index.BlockOf(row), IncidentIndex.PlaceOf(row));
        return Strongest(block.Parties[place], Claims(_epochs.Of(block.Days[place]))) & ColourMask;
    }

    public static ActorGroup GroupOf(ActorKind kind) => kind switch
    {
        ActorKind.StateForces => ActorGroup.StateForces,
        ActorKind.RebelOrJihadistGroup => ActorGroup.ArmedGroups,
        ActorKind.ExternalForces => ActorGroup.ExternalForces,
        ActorKind.PoliticalMilitia or ActorKind.IdentityMilitia => ActorGroup.Militias,
        ActorKind.Civilians or ActorKind.Protesters or ActorKind.Rioters => ActorGroup.Crowds,
        _ => ActorGroup.Unknown,
    };

    /// <summary>The first perpetrator named, or else the first of side A; null where there is neither.</summary>
    public static Actor? PerpetratorOf(IncidentIndex index, int row)
    {
        var parties = index.Parties(row).Where(party => party.Role is ActorRole.Perpetrator or ActorRole.SideA);
        return parties.OrderBy(RankOf).Select(party => index.Reference.Actor(party.Actor)).FirstOrDefault();
    }

    /// <summary>Writes the colours of some rows of a block.</summary>
    internal void Write(IndexBlock block, ReadOnlySpan<ushort> rows, Span<byte> colours)
    {
        while (rows.Length > 0)
        {
            var epoch = _epochs.Of(block.Days[rows[0]]);
            var until = rows.Before(block.Before(_epochs.EndOf(epoch)));
            Write(block.Parties, rows[..until], Claims(epoch), colours);
            rows = rows[until..];
            colours = colours[until..];
        }
    }

    /// <summary>
    /// What a map adds up rows by, in one byte: kind of mark × <see cref="Count"/> + colour. Where colours are groups
    /// it is the same for every filter, and is kept with the block.
    /// </summary>
    /// <param name="types">Kinds of mark by the code of the row's kind.</param>
    /// <param name="room">For the marks and the colours of a block each.</param>
    /// <returns>By place in the block, for the rows given at least.</returns>
    internal byte[] Marks(
        IndexBlock block, ReadOnlySpan<ushort> rows, byte[] types, (byte[] Marks, byte[] Colours) room)
    {
        if (_chosen is not null)
        {
            WriteMarks(block, rows, types, room.Marks, room.Colours);
            return room.Marks;
        }
        return block.MarksOf(_index.Reference, _ =>
        {
            var marks = new byte[block.Count];
            var every = Enumerable.Range(0, block.Count).Select(row => (ushort)row).ToArray();
            WriteMarks(block, every, types, marks, room.Colours);
            return marks;
        });
    }

    private void WriteMarks(IndexBlock block, ReadOnlySpan<ushort> rows, byte[] types, byte[] marks, byte[] colours)
    {
        Write(block, rows, colours);
        for (var i = 0; i < rows.Length; i++)
        {
            marks[rows[i]] = (byte)(types[block.Kinds[rows[i]]] * Count + colours[i]);
        }
    }

    private static void Write(BlockParties parties, ReadOnlySpan<ushort> rows, byte[] claims, Span<byte> colours)
    {
        var (first, second, third, many) = (parties.First, parties.Second, parties.Third, 0);
        for (var i = 0; i < rows.Length && i < colours.Length; i++)
        {
            var row = rows[i];
            var claim = first[row] == 0
                ? Strongest(parties.ManyOf(row, ref many), claims)
                : Stronger(Stronger(claims[first[row]], claims[second[row]]), claims[third[row]]);
            colours[i] = (byte)(claim & ColourMask);
        }
    }

    private static int Strongest(ReadOnlySpan<ushort> parties, byte[] claims)
    {
        int strongest = NoClaim;
        foreach (var party in parties)
        {
            strongest = Stronger(strongest, claims[party]);
        }
        return strongest;
    }

    /// <summary>The earlier of two where they rank the same.</summary>
    private static int Stronger(int earlier, int later) => later >> RankShift < earlier >> RankShift ? later : earlier;

    /// <summary>By party code.</summary>
    private byte[] Claims(int epoch) => _claims[epoch] ??=
    [
        .. _index.Tables.Parties.Values.ToArray()
            .Select((party, code) => code == 0 ? NoClaim : Claim(party, _epochs.DayOf(epoch))),
    ];

    private byte Claim(Party party, DateOnly day)
    {
        if (_chosen is null)
        {
            var kind = _index.Reference.Actor(party.Actor)?.Kind ?? ActorKind.Unidentified;
            return RankOf(party) is { } rank ? (byte)(rank << RankShift | (int)GroupOf(kind)) : NoClaim;
        }
        return _chosen[party.Actor].Where(chosen => chosen.Member.Holds(day))
            .Select(chosen => (byte)(chosen.Colour << RankShift | chosen.Colour))
            .DefaultIfEmpty(NoClaim).Min();
    }

    private static int? RankOf(Party party) => party.Role switch
    {
        ActorRole.Perpetrator => 0,
        ActorRole.SideA => 1,
        _ => null,
    };
}
