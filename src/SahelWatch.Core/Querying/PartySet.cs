namespace SahelWatch.Querying;

/// <summary>The actors of one incident, in the order they are named; most sets occur many times.</summary>
/// <param name="Actors">Codes of the parties' actors in <see cref="IndexTables.Actors"/>.</param>
internal sealed record PartySet(Party[] Parties, int[] Actors)
{
    public static readonly IEqualityComparer<PartySet> Comparer = new SameParties();

    private sealed class SameParties
        : IEqualityComparer<PartySet>, IAlternateEqualityComparer<ReadOnlySpan<Party>, PartySet>
    {
        public bool Equals(PartySet? a, PartySet? b) => a!.Parties.AsSpan().SequenceEqual(b!.Parties);

        public int GetHashCode(PartySet set) => GetHashCode(set.Parties);

        public bool Equals(ReadOnlySpan<Party> parties, PartySet set) => parties.SequenceEqual(set.Parties);

        public int GetHashCode(ReadOnlySpan<Party> parties)
        {
            var hash = new HashCode();
            foreach (var party in parties)
            {
                hash.Add(party.Actor.GetHashCode(StringComparison.Ordinal));
                hash.Add(((int)party.Role << 8) + (int)party.Attribution);
            }
            return hash.ToHashCode();
        }

        public PartySet Create(ReadOnlySpan<Party> parties) =>
            throw new NotSupportedException("A party set is made by the tables, which know its actors' codes.");
    }
}
