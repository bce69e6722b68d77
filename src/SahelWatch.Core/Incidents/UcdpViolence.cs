namespace SahelWatch.Incidents;

/// <summary>The three kinds of organised violence of UCDP; the numbers are UCDP's own codes.</summary>
public enum UcdpViolence
{
    StateBased = 1,
    NonState = 2,
    OneSided = 3,
}
