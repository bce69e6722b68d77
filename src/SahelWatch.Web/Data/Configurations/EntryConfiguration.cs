using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SahelWatch.Accounts;
using SahelWatch.Editing;

namespace SahelWatch.Data.Configurations;

internal sealed class EntryConfiguration : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> builder)
    {
        builder.Property(entry => entry.Form).IsJson();
        builder.Property(entry => entry.Base).IsJson();
        builder.Property(entry => entry.Reason).HasMaxLength(ColumnLengths.Note);
        builder.Property(entry => entry.RegionCode).HasMaxLength(ColumnLengths.RegionCode);
        builder.Property(entry => entry.Version).IsConcurrencyToken();
        builder.HasIndex(entry => new { entry.Status, entry.AuthorId });
        builder.HasIndex(entry => new { entry.AuthorId, entry.FormKey }).IsUnique();
        builder.HasOne(entry => entry.Incident).WithMany()
            .HasForeignKey(entry => entry.IncidentId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany()
            .HasForeignKey(entry => entry.AuthorId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(entry => entry.Events).WithOne()
            .HasForeignKey(one => one.EntryId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EntryEventConfiguration : IEntityTypeConfiguration<EntryEvent>
{
    public void Configure(EntityTypeBuilder<EntryEvent> builder)
    {
        builder.ToTable("EntryEvents");
        builder.Property(one => one.Text).HasMaxLength(ColumnLengths.Text);
        builder.Property(one => one.Form).IsJson();
        builder.OwnsMany(one => one.Changes, changes => changes.ToJson());
        builder.HasIndex(one => new { one.EntryId, one.Number }).IsUnique();
    }
}

internal sealed class ExactPlaceConfiguration : IEntityTypeConfiguration<ExactPlace>
{
    public void Configure(EntityTypeBuilder<ExactPlace> builder)
    {
        builder.HasKey(place => place.IncidentId);
        builder.Property(place => place.IncidentId).ValueGeneratedNever();
        builder.Property(place => place.PlaceName).HasMaxLength(ColumnLengths.Name);
        builder.HasOne(place => place.Incident).WithOne()
            .HasForeignKey<ExactPlace>(place => place.IncidentId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(place => place.Place).WithMany()
            .HasForeignKey(place => place.PlaceId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
