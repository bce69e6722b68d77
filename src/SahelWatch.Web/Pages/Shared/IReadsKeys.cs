namespace SahelWatch.Pages.Shared;

/// <summary>A page that takes no filter but reads query keys of its own.</summary>
public interface IReadsKeys
{
    IReadOnlyCollection<string> Keys { get; }
}
