namespace SahelWatch.Editing;

/// <summary>What a person may do; one person can hold several.</summary>
public enum Role
{
    /// <summary>Reads where reading is closed to the public.</summary>
    Analyst,

    /// <summary>Enters and corrects incidents and the records they refer to.</summary>
    Editor,

    /// <summary>Publishes, returns, withdraws, merges and restores.</summary>
    Reviewer,

    /// <summary>Reads the desk's figures, and the exact places of sensitive incidents.</summary>
    Manager,

    /// <summary>Invites people and says what they may do.</summary>
    Administrator,
}
