namespace SahelWatch.Actors;

/// <summary>How firmly the sources support a relation.</summary>
public enum RelationConfidence
{
    Stated,
    Reported,
    Inferred,
    Speculative,
}
