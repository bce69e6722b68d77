namespace SahelWatch;

/// <summary>Why the application cannot start or a verb cannot finish, as a sentence for the operator.</summary>
public sealed class StartException(string message) : Exception(message);
