namespace SahelWatch.Pages.Shared;

/// <summary>A page about something else than a filter that reads some query keys of its own.</summary>
public interface IReadsKeys
{
    IReadOnlyCollection<string> Keys { get; }
}
