namespace SahelWatch.Actors;

/// <summary>One actor of the drawing, its name broken into lines.</summary>
public sealed record GraphNode(Actor Actor, GraphBox Box, IReadOnlyList<string> Lines);
