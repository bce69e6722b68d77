namespace SahelWatch.Editing;

/// <summary>What can be done with an entry or a published incident.</summary>
public enum EntryStep
{
    /// <summary>The author keeps what is typed.</summary>
    Save,

    /// <summary>The author hands the entry to the reviewers.</summary>
    Submit,

    /// <summary>The author takes an entry back from review.</summary>
    TakeBack,

    /// <summary>A reviewer hands an entry back to its author, with a reason.</summary>
    Return,

    /// <summary>A reviewer publishes the entry.</summary>
    Publish,

    /// <summary>The author gives an entry up; it is kept.</summary>
    Discard,

    /// <summary>The author takes up an entry that was given up.</summary>
    Reopen,

    /// <summary>A person who may see the entry remarks on it.</summary>
    Comment,

    /// <summary>A reviewer withdraws a published incident, with a reason.</summary>
    Withdraw,

    /// <summary>A reviewer publishes a withdrawn incident again.</summary>
    Reinstate,
}
