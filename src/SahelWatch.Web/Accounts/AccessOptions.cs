namespace SahelWatch.Accounts;

/// <summary>Section <c>Access</c>.</summary>
public sealed class AccessOptions
{
    /// <summary>Whether everyone may read; otherwise people have to sign in first.</summary>
    public bool IsReadingPublic { get; init; } = true;

    /// <summary>Whether nothing can be changed by request, but signing in and out.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether authors may publish their own entries: for installations of one person.</summary>
    public bool IsReviewByAuthorAllowed { get; init; }

    /// <summary>Hours after which an unused session ends.</summary>
    public int SessionHours { get; init; } = 12;
}
