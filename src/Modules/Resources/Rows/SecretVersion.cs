using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Resources.Rows;

/// <summary>An earlier version of a secret, as it was sealed then, so that a wrong rotation can be taken back.</summary>
internal sealed class SecretVersion
{
    public int SecretId { get; set; }

    public int Version { get; set; }

    public required string EncryptedValue { get; set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset WrittenAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<SecretVersion>
    {
        public void Configure(EntityTypeBuilder<SecretVersion> builder)
        {
            builder.ToTable("secret_versions");
            builder.HasKey(v => new { v.SecretId, v.Version });
            builder.HasOne<StoredSecret>().WithMany().HasForeignKey(v => v.SecretId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
