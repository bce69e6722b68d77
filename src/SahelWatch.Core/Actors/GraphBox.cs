namespace SahelWatch.Actors;

/// <summary>A rectangle of a drawing, in its own units with y downwards.</summary>
public readonly record struct GraphBox(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double MiddleX => X + Width / 2;

    public double MiddleY => Y + Height / 2;

    public bool Overlaps(GraphBox other) =>
        X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
}
