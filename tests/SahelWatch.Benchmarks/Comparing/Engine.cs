namespace SahelWatch.Benchmarks.Comparing;

/// <summary>Something that answers questions about one synthetic set.</summary>
internal abstract class Engine : IDisposable
{
    public abstract string Name { get; }

    public virtual bool Answers(Question question) => true;

    /// <summary>
    /// Whether its answers hold every figure; those of one that does not are compared as far as they go.
    /// </summary>
    public virtual bool GivesAll => true;

    /// <summary>Brings the engine to where the work begins; not timed.</summary>
    public virtual void Prepare(Question question)
    {
    }

    /// <summary>
    /// Does the work as a program that needs the answer would, and gives what reads the figures off it. Only the work
    /// is timed.
    /// </summary>
    public abstract Func<Figures> Answer(Question question);

    /// <summary>
    /// The figures to hold against the other engines'; cells as the marks that the site makes of them.
    /// </summary>
    public virtual Figures Check(Question question)
    {
        Prepare(question);
        return Answer(question)();
    }

    public abstract void Dispose();
}
