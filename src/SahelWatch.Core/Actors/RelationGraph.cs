using System.Globalization;
using SahelWatch.Geography;

namespace SahelWatch.Actors;

/// <summary>
/// Lays out one actor and its neighbours: the actor in the centre, neighbours in a column on either side, one level
/// row for each relation. Rows are as high as their two labels and columns as wide as their longest label, so no two
/// labels or boxes overlap. Whoever stands "from" is put on the left while the sides keep their balance.
/// </summary>
public sealed class RelationGraph
{
    public const double FontSize = 12;

    private const double LetterWidth = 6.7;
    private const double LineHeight = 15;
    private const double RowHeight = 38;
    private const double Gap = 12;
    private const double Fan = 54;
    private const double Margin = 6;
    private const double Padding = 8;
    private const double Reach = 2;
    private const int LettersInLine = 20;

    private readonly List<GraphNode> _neighbours = [];
    private readonly List<GraphEdge> _edges = [];

    private RelationGraph()
    {
    }

    public double Width { get; private set; }

    public double Height { get; private set; }

    public GraphNode Focus { get; private set; } = null!;

    public IReadOnlyList<GraphNode> Neighbours => _neighbours;

    public IReadOnlyList<GraphEdge> Edges => _edges;

    /// <param name="relations">Relations that have <paramref name="focus"/> at one end.</param>
    /// <param name="kind">What is written above a relation's line.</param>
    /// <param name="dates">What is written below it; empty for nothing.</param>
    public static RelationGraph Of(
        Actor focus,
        IEnumerable<ActorRelation> relations,
        Func<ActorRelation, string> kind,
        Func<ActorRelation, string> dates)
    {
        var (left, right) = Sides(focus, relations);
        var (leftColumn, rightColumn) = (new Column(left, kind, dates), new Column(right, kind, dates));
        var graph = new RelationGraph();
        var lines = Lines(focus);
        var focusWidth = TextWidth(lines) + 2 * Padding;
        var tallest = Math.Max(leftColumn.Rows, rightColumn.Rows);
        var focusHeight = Math.Max(lines.Count * LineHeight, 4.0 * tallest) + 2 * Padding;
        graph.Height = Math.Max(focusHeight, Math.Max(leftColumn.Height, rightColumn.Height)) + 2 * Margin;
        graph.Focus = new GraphNode(
            focus,
            new GraphBox(Margin + leftColumn.Width, (graph.Height - focusHeight) / 2, focusWidth, focusHeight),
            lines);
        graph.Width = graph.Focus.Box.Right + rightColumn.Width + Margin;
        graph.Place(leftColumn, isLeft: true);
        graph.Place(rightColumn, isLeft: false);
        return graph;
    }

    /// <summary>Whether the relation reads the same from both ends.</summary>
    public static bool IsMutual(RelationKind kind) => kind is RelationKind.AlliedWith or RelationKind.RivalOf;

    private static (List<Group> Left, List<Group> Right) Sides(Actor focus, IEnumerable<ActorRelation> relations)
    {
        var groups = relations
            .GroupBy(relation => relation.From.Slug == focus.Slug ? relation.To.Slug : relation.From.Slug)
            .Select(group => new Group(
                group.First().From.Slug == focus.Slug ? group.First().To : group.First().From,
                [.. group.OrderBy(relation => relation.ValidFrom ?? "", StringComparer.Ordinal)
                    .ThenBy(relation => relation.Slug, StringComparer.Ordinal)]))
            .OrderBy(group => group.Relations[0].Kind)
            .ThenBy(group => group.Actor.Slug, StringComparer.Ordinal);
        var (left, right) = (new List<Group>(), new List<Group>());
        foreach (var group in groups)
        {
            var (leftRows, rightRows) = (left.Sum(one => one.Relations.Count), right.Sum(one => one.Relations.Count));
            var isLeft = Math.Abs(leftRows - rightRows) > Reach || IsMutual(group.Relations[0].Kind)
                ? leftRows < rightRows
                : group.Relations[0].To.Slug == focus.Slug;
            (isLeft ? left : right).Add(group);
        }
        return (left, right);
    }

    private void Place(Column column, bool isLeft)
    {
        var y = (Height - column.Height) / 2;
        var row = 0;
        foreach (var group in column.Groups)
        {
            var height = Column.HeightOf(group);
            var box = isLeft
                ? new GraphBox(Margin, y, column.NodeWidth, height)
                : new GraphBox(Width - Margin - column.NodeWidth, y, column.NodeWidth, height);
            _neighbours.Add(new GraphNode(group.Actor, box, Lines(group.Actor)));
            var rowY = box.MiddleY - (group.Relations.Count - 1) * RowHeight / 2;
            foreach (var relation in group.Relations)
            {
                var port = Focus.Box.Y + Focus.Box.Height * (row + 1) / (column.Rows + 1);
                _edges.Add(Edge(column, relation, box, port, rowY, isLeft));
                rowY += RowHeight;
                row++;
            }
            y += height + Gap;
        }
    }

    private GraphEdge Edge(Column column, ActorRelation relation, GraphBox box, double port, double y, bool isLeft)
    {
        var sign = isLeft ? -1 : 1;
        var start = isLeft ? Focus.Box.X : Focus.Box.Right;
        var end = isLeft ? box.Right : box.X;
        var labelX = isLeft ? end : end - column.LabelWidth;
        var bend = start + sign * Fan;
        var middle = start + sign * Fan / 2;
        var path = string.Create(CultureInfo.InvariantCulture,
            $"M{start:0.#} {port:0.#}C{middle:0.#} {port:0.#} {middle:0.#} {y:0.#} {bend:0.#} {y:0.#}H{end:0.#}");
        var goesOut = relation.From.Slug == Focus.Actor.Slug;
        var (tipX, tipY, back) = goesOut ? (end, y, -sign * 8) : (start, port, sign * 8);
        var arrow = IsMutual(relation.Kind) ? null : string.Create(CultureInfo.InvariantCulture,
            $"{tipX:0.#},{tipY:0.#} {tipX + back:0.#},{tipY - 4:0.#} {tipX + back:0.#},{tipY + 4:0.#}");
        return new GraphEdge(
            relation,
            path,
            arrow,
            column.Kind(relation),
            new GraphBox(labelX, y - 1 - LineHeight, column.LabelWidth, LineHeight),
            column.Dates(relation),
            new GraphBox(labelX, y + 1, column.LabelWidth, LineHeight));
    }

    private static double TextWidth(IEnumerable<string> lines) =>
        lines.Select(line => line.Length).DefaultIfEmpty().Max() * LetterWidth;

    private static List<string> Lines(Actor actor)
    {
        var lines = new List<string>();
        var name = actor.ShortNameIn(CultureInfo.CurrentUICulture);
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= LettersInLine)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }
        return lines;
    }

    private sealed record Group(Actor Actor, IReadOnlyList<ActorRelation> Relations);

    private sealed class Column(
        IReadOnlyList<Group> groups, Func<ActorRelation, string> kind, Func<ActorRelation, string> dates)
    {
        public IReadOnlyList<Group> Groups => groups;

        public Func<ActorRelation, string> Kind => kind;

        public Func<ActorRelation, string> Dates => dates;

        public int Rows { get; } = groups.Sum(group => group.Relations.Count);

        public double NodeWidth { get; } =
            groups.Select(group => TextWidth(Lines(group.Actor))).DefaultIfEmpty().Max() + 2 * Padding;

        public double LabelWidth { get; } = TextWidth(groups.SelectMany(group => group.Relations)
            .SelectMany(relation => new[] { kind(relation), dates(relation) })) + 2 * Padding;

        /// <summary>From the focus to the far side of the neighbours; 0 for an empty side.</summary>
        public double Width => groups.Count == 0 ? 0 : NodeWidth + LabelWidth + Fan;

        public double Height => groups.Sum(HeightOf) + Math.Max(0, groups.Count - 1) * Gap;

        public static double HeightOf(Group group) => Math.Max(
            group.Relations.Count * RowHeight,
            Lines(group.Actor).Count * LineHeight + 2 * Padding);
    }
}
