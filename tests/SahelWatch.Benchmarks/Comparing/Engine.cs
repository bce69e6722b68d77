namespace SahelWatch.Benchmarks.Comparing;

/// <summary>Something that answers questions about one synthetic set.</summary>
internal abstract class Engine : IDisposable
{
    public abstract string Name { get; }

    public virtual bool Answers(Question question) => true;

    /// <summary>
    /// Does the work as a program that needs the answer would, and gives what reads the figures off it. Only the work is
    /// timed.
    /// </summary>
    public abstract Func<Figures> Answer(Question question);

    /// <summary>The figures to hold against the other engines'; cells as the marks that the site makes of them.</summary>
    public virtual Figures Check(Question question) => Answer(question)();

    public abstract void Dispose();
}
