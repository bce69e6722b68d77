using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Accounts;
using SahelWatch.Actors;
using SahelWatch.Editing;
using SahelWatch.Editing.Archiving;
using SahelWatch.Geography;
using SahelWatch.Incidents;

namespace SahelWatch.Data;

/// <summary>The model, the same for every provider; each has its own context type for its migrations.</summary>
public abstract class SahelWatchDbContext(DbContextOptions options)
    : IdentityUserContext<Account, int>(options), IDataProtectionKeyContext
{
    public DbSet<Country> Countries => Set<Country>();

    public DbSet<Region> Regions => Set<Region>();

    public DbSet<Place> Places => Set<Place>();

    public DbSet<Actor> Actors => Set<Actor>();

    public DbSet<ActorRelation> ActorRelations => Set<ActorRelation>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<Incident> Incidents => Set<Incident>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<ExactPlace> ExactPlaces => Set<ExactPlace>();

    public DbSet<Entry> Entries => Set<Entry>();

    public DbSet<EntryEvent> EntryEvents => Set<EntryEvent>();

    public DbSet<SourceArchive> SourceArchives => Set<SourceArchive>();

    public DbSet<AccountSession> AccountSessions => Set<AccountSession>();

    public DbSet<AccountLink> AccountLinks => Set<AccountLink>();

    public DbSet<AccountEvent> AccountEvents => Set<AccountEvent>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<PoliticalEvent> PoliticalEvents => Set<PoliticalEvent>();

    public DbSet<Collection> Collections => Set<Collection>();

    public DbSet<SeedState> SeedStates => Set<SeedState>();

    /// <summary>Whether what is saved has to have its revision, see <see cref="RevisionGuard"/>.</summary>
    internal bool KeepsRevisions { get; private set; } = true;

    /// <summary>
    /// Until this is disposed of, records can be saved without a revision: for sets that are loaded, never for people.
    /// </summary>
    public IDisposable WithoutRevisions()
    {
        KeepsRevisions = false;
        return new Exemption(this);
    }

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(SahelWatchDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(ColumnLengths.Code);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    private sealed class Exemption(SahelWatchDbContext db) : IDisposable
    {
        public void Dispose() => db.KeepsRevisions = true;
    }
}
