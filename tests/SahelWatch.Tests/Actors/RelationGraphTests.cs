using CsCheck;
using SahelWatch.Actors;
using SahelWatch.Tests.Support;

namespace SahelWatch.Tests.Actors;

public sealed class RelationGraphTests
{
    [Fact]
    public void No_two_labels_or_boxes_of_any_embedded_actor_overlap()
    {
        foreach (var actor in Repository.Set.Actors)
        {
            var relations = Repository.Set.Relations.Where(one => one.From == actor || one.To == actor).ToList();
            var graph = RelationGraph.Of(actor, relations, one => $"{one.Kind}", one => $"{one.ValidFrom} – {one.ValidTo}");

            AssertApart(graph);
            Assert.Equal(relations.Count, graph.Edges.Count);
        }
    }

    [Fact]
    public void No_two_labels_or_boxes_of_random_relations_overlap()
    {
        var relations =
            from count in Gen.Int[1, 25]
            from ends in Gen.Select(Gen.Int[1, 12], Gen.Bool, Gen.Enum<RelationKind>(), Gen.Int[0, 30]).Array[count]
            select ends;

        relations.Sample(ends =>
        {
            var actors = Enumerable.Range(0, 13)
                .Select(i => Actor($"a{i}", string.Join(' ', Enumerable.Repeat("Movement", 1 + i % 5)))).ToArray();
            var graph = RelationGraph.Of(
                actors[0],
                ends.Select((end, i) => end.Item2
                    ? Relation($"r{i}", actors[0], actors[end.Item1], end.Item3)
                    : Relation($"r{i}", actors[end.Item1], actors[0], end.Item3)),
                _ => "Possible merger with",
                one => new string('9', ends[int.Parse(one.Slug[1..], System.Globalization.CultureInfo.InvariantCulture)].Item4));

            AssertApart(graph);
        });
    }

    [Fact]
    public void An_actor_related_to_nobody_stands_alone()
    {
        var graph = RelationGraph.Of(Actor("alone", "Alone"), [], _ => "", _ => "");

        Assert.Empty(graph.Neighbours);
        Assert.True(graph.Focus.Box.Right <= graph.Width);
    }

    private static void AssertApart(RelationGraph graph)
    {
        List<GraphBox> boxes =
        [
            graph.Focus.Box,
            .. graph.Neighbours.Select(node => node.Box),
            .. graph.Edges.SelectMany(edge => new[] { edge.KindBox, edge.DatesBox }),
        ];
        for (var i = 0; i < boxes.Count; i++)
        {
            Assert.True(boxes[i] is { X: >= 0, Y: >= 0 } && boxes[i].Right <= graph.Width && boxes[i].Bottom <= graph.Height);
            for (var j = i + 1; j < boxes.Count; j++)
            {
                Assert.False(boxes[i].Overlaps(boxes[j]), $"{graph.Focus.Actor.Slug}: {boxes[i]} overlaps {boxes[j]}");
            }
        }
    }

    private static Actor Actor(string slug, string name) => new()
    {
        Slug = slug,
        Name = name,
        Kind = ActorKind.Unidentified,
        Description = "",
    };

    private static ActorRelation Relation(string slug, Actor from, Actor to, RelationKind kind) => new()
    {
        Slug = slug,
        From = from,
        To = to,
        Kind = kind,
        Statement = "",
        Confidence = RelationConfidence.Reported,
    };
}
