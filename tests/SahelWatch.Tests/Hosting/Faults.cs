namespace SahelWatch.Tests.Hosting;

/// <summary>Tests that kill or crowd the published application: each has the machine for itself.</summary>
[CollectionDefinition(nameof(Faults), DisableParallelization = true)]
public sealed class Faults;
