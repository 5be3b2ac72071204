using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alicerce.Modules.Resources.Rows;

/// <summary>Another name of a machine, so that nobody is given a port twice under two names (T004-06). <c>127.0.0.1</c> and <c>::1</c> are <c>localhost</c> without a row.</summary>
internal sealed class HostAlias : ITimestamped, IAudited
{
    public int Id { get; set; }

    /// <summary>Lower-case, such as <c>10.10.1.40</c>; unique.</summary>
    [AuditValue]
    public required string Alias { get; set; }

    /// <summary>The name under which the machine's ports are kept, such as <c>forge</c>; never an alias itself.</summary>
    [AuditValue]
    public required string Host { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    AuditSubject IAudited.AuditSubject => new("host_alias", Alias, null);

    internal sealed class Configuration : IEntityTypeConfiguration<HostAlias>
    {
        public void Configure(EntityTypeBuilder<HostAlias> builder)
        {
            builder.ToTable("host_aliases", table => table.HasCheckConstraint("ck_host_alias_is_other", "alias <> host"));
            builder.Property(a => a.Alias).HasMaxLength(255);
            builder.Property(a => a.Host).HasMaxLength(255);
            builder.HasIndex(a => a.Alias).IsUnique();
            builder.HasIndex(a => a.Host);
        }
    }
}
