using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Actors;

namespace SahelWatch.Data.Configurations;

internal sealed class ActorConfiguration : IEntityTypeConfiguration<Actor>
{
    public void Configure(EntityTypeBuilder<Actor> builder)
    {
        builder.Property(actor => actor.Version).IsConcurrencyToken();
        builder.Property(actor => actor.Slug).HasMaxLength(ColumnLengths.Slug);
        builder.Property(actor => actor.Name).HasMaxLength(ColumnLengths.Name);
        builder.Property(actor => actor.NameFr).HasMaxLength(ColumnLengths.Name);
        builder.Property(actor => actor.Acronym).HasMaxLength(ColumnLengths.Code);
        builder.Property(actor => actor.CountryCode).HasMaxLength(ColumnLengths.CountryCode);
        builder.Property(actor => actor.ActiveFrom).HasMaxLength(ColumnLengths.PartialDate);
        builder.Property(actor => actor.ActiveTo).HasMaxLength(ColumnLengths.PartialDate);
        builder.Property(actor => actor.Description).HasMaxLength(ColumnLengths.Text);
        builder.HasIndex(actor => actor.Slug).IsUnique();
        builder.HasOne(actor => actor.MergedInto).WithMany()
            .HasForeignKey(actor => actor.MergedIntoId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(actor => actor.Aliases).WithOne()
            .HasForeignKey(alias => alias.ActorId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(actor => actor.Sources).WithMany().UsingKept("ActorSource");
    }
}
