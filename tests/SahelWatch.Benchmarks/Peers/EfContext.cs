using Microsoft.EntityFrameworkCore;

namespace SahelWatch.Benchmarks.Peers;

/// <summary>The tuned tables of the SQLite peer as entities.</summary>
internal sealed class EfContext(string path) : DbContext
{
    public DbSet<EfIncident> Incidents => Set<EfIncident>();

    public DbSet<EfParty> Parties => Set<EfParty>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseSqlite($"Data Source={path};Pooling=False")
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<EfIncident>().ToTable("incident").HasKey(incident => incident.Number);
        modelBuilder.Entity<EfParty>().ToTable("party")
            .HasKey(party => new { party.Number, party.Actor, party.Role });
    }
}

internal sealed class EfIncident
{
    public int Number { get; init; }
    public int Day { get; init; }
    public long Month { get; init; }
    public long Country { get; init; }
    public long Region { get; init; }
    public long Type { get; init; }
    public long Subtype { get; init; }
    public long Violence { get; init; }
    public long Geo { get; init; }
    public long Time { get; init; }
    public long Checked { get; init; }
    public long Low { get; init; }
    public long Best { get; init; }
    public long High { get; init; }
    public long Unknown { get; init; }
    public long Tactics { get; init; }
    public long Targets { get; init; }
    public long Actors { get; init; }
    public long Kinds { get; init; }
    public long Roles { get; init; }
    public long Attributions { get; init; }
    public double Lat { get; init; }
    public double Lon { get; init; }
    public double X { get; init; }
    public double Y { get; init; }
}

internal sealed class EfParty
{
    public int Number { get; init; }
    public long Actor { get; init; }
    public long Kind { get; init; }
    public long Role { get; init; }
    public long Attribution { get; init; }
}
