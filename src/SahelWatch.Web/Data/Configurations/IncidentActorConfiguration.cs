using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using SahelWatch.Incidents;

namespace SahelWatch.Data.Configurations;

internal sealed class IncidentActorConfiguration : IEntityTypeConfiguration<IncidentActor>
{
    public void Configure(EntityTypeBuilder<IncidentActor> builder)
    {
        builder.ToTable("IncidentActors");
        builder.HasKey(actor => new { actor.IncidentId, actor.ActorId, actor.Role });
        builder.HasOne(actor => actor.Actor).WithMany()
            .HasForeignKey(actor => actor.ActorId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
