using Microsoft.EntityFrameworkCore;
using SahelWatch.Actors;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Data;

/// <summary>The model, the same for every provider; each has its own context type for its migrations.</summary>
public abstract class SahelWatchDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Country> Countries => Set<Country>();

    public DbSet<Region> Regions => Set<Region>();

    public DbSet<Place> Places => Set<Place>();

    public DbSet<Actor> Actors => Set<Actor>();

    public DbSet<ActorRelation> ActorRelations => Set<ActorRelation>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<Incident> Incidents => Set<Incident>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<PoliticalEvent> PoliticalEvents => Set<PoliticalEvent>();

    public DbSet<Collection> Collections => Set<Collection>();

    public DbSet<SeedState> SeedStates => Set<SeedState>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SahelWatchDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(ColumnLengths.Code);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }
}
