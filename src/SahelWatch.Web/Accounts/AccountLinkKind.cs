namespace SahelWatch.Accounts;

/// <summary>What a one-time link is for.</summary>
public enum AccountLinkKind
{
    FirstAdministrator,
    Invitation,
    PasswordReset,
}
