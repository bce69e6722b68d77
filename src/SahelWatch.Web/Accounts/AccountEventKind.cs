namespace SahelWatch.Accounts;

/// <summary>What happened to an account.</summary>
public enum AccountEventKind
{
    Created,
    SignedIn,
    SignInRefused,
    LockedOut,
    PasswordChanged,
    SecondFactorAdded,
    SecondFactorRemoved,
    RecoveryCodeUsed,
    PasskeyAdded,
    PasskeyRemoved,
    RightsChanged,
    Disabled,
    Enabled,
    SignedOutEverywhere,
}
