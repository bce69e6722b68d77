using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SahelWatch.Accounts;

namespace SahelWatch.Data.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.Property(account => account.Name).HasMaxLength(ColumnLengths.Name);
        builder.Ignore(account => account.Person);
        builder.HasMany<AccountSession>().WithOne()
            .HasForeignKey(session => session.AccountId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany<AccountEvent>().WithOne()
            .HasForeignKey(one => one.AccountId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AccountSessionConfiguration : IEntityTypeConfiguration<AccountSession>
{
    public void Configure(EntityTypeBuilder<AccountSession> builder)
    {
        builder.HasKey(session => session.Key);
        builder.Property(session => session.Key).HasMaxLength(ColumnLengths.Sha256);
        builder.Property(session => session.Device).HasMaxLength(ColumnLengths.Name);
    }
}

internal sealed class AccountLinkConfiguration : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> builder)
    {
        builder.Property(link => link.SecretHash).HasMaxLength(ColumnLengths.Sha256);
        builder.Property(link => link.Email).HasMaxLength(ColumnLengths.Email);
        builder.HasIndex(link => link.SecretHash).IsUnique();
    }
}

internal sealed class AccountEventConfiguration : IEntityTypeConfiguration<AccountEvent>
{
    public void Configure(EntityTypeBuilder<AccountEvent> builder) =>
        builder.Property(one => one.Detail).HasMaxLength(ColumnLengths.Note);
}

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<int>> builder)
    {
        builder.ToTable("AccountPasskeys");
        builder.HasKey(passkey => passkey.CredentialId);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(1024);
        builder.OwnsOne(passkey => passkey.Data).ToJson();
        builder.HasOne<Account>().WithMany()
            .HasForeignKey(passkey => passkey.UserId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClaimConfiguration : IEntityTypeConfiguration<IdentityUserClaim<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<int>> builder) => builder.ToTable("AccountClaims");
}

internal sealed class LoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> builder) => builder.ToTable("AccountLogins");
}

internal sealed class TokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> builder) => builder.ToTable("AccountTokens");
}
