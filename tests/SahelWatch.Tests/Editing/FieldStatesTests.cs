using CsCheck;
using SahelWatch.Editing;
using SahelWatch.Incidents;

namespace SahelWatch.Tests.Editing;

public sealed class FieldStatesTests
{
    private static readonly string[] Names = ["title", "summary", "deaths-best"];

    private static readonly Gen<string?[]> State =
        Gen.Int[0, 3].Select(value => value == 0 ? null : $"value {value}").Array[3];

    [Fact]
    public void Any_two_states_are_found_again_from_the_changes() => State.Array[1, 8].Sample(states =>
    {
        var revisions = states.Index().Select(pair => new Revision
        {
            Number = pair.Index + 1,
            Kind = RevisionKind.Corrected,
            Author = "test",
            At = default,
            Reason = "test",
            Changes = IncidentFields.Differences(
                pair.Index == 0 ? null : Named(states[pair.Index - 1]), Named(pair.Item)),
        }).ToList();

        for (var from = 1; from <= states.Length; from++)
        {
            for (var to = 1; to <= states.Length; to++)
            {
                var expected = IncidentFields.Differences(Named(states[from - 1]), Named(states[to - 1]));
                Assert.Equal(
                    expected.Select(change => (change.Field, change.Before, change.After)).Order(),
                    FieldStates.Between(revisions, from, to)
                        .Select(change => (change.Field, change.Before, change.After)).Order());
            }
        }
    });

    private static List<(string Field, string? Text)> Named(string?[] values) =>
        [.. Names.Zip(values, (name, value) => (name, value))];
}
