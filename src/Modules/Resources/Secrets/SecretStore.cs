using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Alicerce.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Alicerce.Modules.Resources.Secrets;

/// <summary>What is known of a secret beside its value; what is left out stays.</summary>
internal readonly record struct SecretFacts(Optional<string?> Description, Optional<bool> IsSensitive, Optional<DateTimeOffset?> ExpiresAt, Optional<int?> OwnerId);

/// <summary>
/// Writes: (1) the name's lock and the present row, (2) the next version sealed, the one before kept, (3) version and ciphertext hash into the audit log and a
/// fact into the outbox, (4) all of it committed, or nothing.
/// </summary>
internal sealed class SecretStore(ResourcesDb db, Sealer sealer, AuditLog log, TimeProvider clock)
{
    public const string Created = "secret.created";
    public const string Updated = "secret.updated";
    public const string Rotated = "secret.rotated";
    public const string Restored = "secret.restored";
    public const string Described = "secret.described";
    public const string Deleted = "secret.deleted";

    /// <summary>Earlier versions that are kept of one secret.</summary>
    public const int MostVersions = 50;

    private NpgsqlTransaction Transaction => (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();

    /// <summary>Runs some writes as one: they are all there, or none is.</summary>
    public async Task<T> TogetherAsync<T>(Func<Task<T>> writes, Func<T, bool> isToKeep, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var result = await writes();
        if (isToKeep(result)) await transaction.CommitAsync(ct);
        return result;
    }

    /// <summary>The row, for whoever changes it next; nobody else does until the transaction ends.</summary>
    public async Task<StoredSecret?> LockAsync(SecretName name, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({"secret " + name.At(0)}, 0))", ct);
        return await db.Secrets.SingleOrDefaultAsync(secret => secret.Key == name.Key && secret.ProjectId == name.Owner.ProjectId && secret.EnvironmentId == name.Owner.EnvironmentId, ct);
    }

    public Task<int> CountAsync(Owner owner, CancellationToken ct) =>
        db.Secrets.CountAsync(secret => secret.ProjectId == owner.ProjectId && secret.EnvironmentId == owner.EnvironmentId, ct);

    /// <param name="name">As it was locked.</param>
    /// <param name="now">The row of <see cref="LockAsync"/>.</param>
    /// <param name="value">In plain.</param>
    /// <param name="facts">What else changes.</param>
    /// <param name="action">For a row that is there; a new one is <see cref="Created"/>.</param>
    public async Task<StoredSecret> WriteAsync(SecretName name, StoredSecret? now, string value, SecretFacts facts, string action, CancellationToken ct)
    {
        var version = (now?.Version ?? 0) + 1;
        var sealedValue = sealer.Seal(name, version, value);
        var secret = now ?? Add(name, sealedValue);
        if (now is not null)
        {
            // What does not open is of use to nobody, and would be in the way when the master key is exchanged.
            if (sealer.Opens(name, now.Version, now.EncryptedValue))
                db.SecretVersions.Add(new SecretVersion { SecretId = now.Id, Version = now.Version, EncryptedValue = now.EncryptedValue, WrittenAt = now.LastRotated ?? now.CreatedAt });
            await db.SecretVersions.Where(old => old.SecretId == now.Id && old.Version <= version - 1 - MostVersions).ExecuteDeleteAsync(ct);
            secret.LastRotated = clock.GetUtcNow();
        }

        (secret.Version, secret.EncryptedValue) = (version, sealedValue);
        Describe(secret, facts);
        await SaveAsync(secret, now is null ? Created : action, ct);
        return secret;
    }

    public Task DescribeAsync(StoredSecret secret, SecretFacts facts, CancellationToken ct)
    {
        Describe(secret, facts);
        return SaveAsync(secret, Described, ct);
    }

    public Task DeleteAsync(StoredSecret secret, CancellationToken ct)
    {
        db.Secrets.Remove(secret);
        return SaveAsync(secret, Deleted, ct);
    }

    public async Task<string?> OldAsync(StoredSecret secret, int version, CancellationToken ct) =>
        await db.SecretVersions.Where(old => old.SecretId == secret.Id && old.Version == version).Select(old => old.EncryptedValue).SingleOrDefaultAsync(ct) is { } old
            ? sealer.Open(NameOf(secret), version, old)
            : null;

    public static SecretName NameOf(StoredSecret secret) => new(new Owner(secret.ProjectId, secret.EnvironmentId), secret.Key);

    private StoredSecret Add(SecretName name, string sealedValue)
    {
        var secret = new StoredSecret { Key = name.Key, ProjectId = name.Owner.ProjectId, EnvironmentId = name.Owner.EnvironmentId, Scope = name.Owner.Scope, EncryptedValue = sealedValue };
        db.Secrets.Add(secret);
        return secret;
    }

    private static void Describe(StoredSecret secret, SecretFacts facts)
    {
        secret.Description = facts.Description.Or(secret.Description);
        secret.IsSensitive = facts.IsSensitive.Or(secret.IsSensitive);
        secret.ExpiresAt = facts.ExpiresAt.Or(secret.ExpiresAt)?.ToUniversalTime();
        secret.OwnerId = facts.OwnerId.Or(secret.OwnerId);
    }

    private async Task SaveAsync(StoredSecret secret, string action, CancellationToken ct)
    {
        db.Publish(() => new Fact(action, secret.ProjectId, $"{secret.Id}", new { secret.Id, secret.Key, secret.Scope, secret.ProjectId, secret.EnvironmentId, secret.Version }));
        await db.SaveChangesAsync(ct);
        var entry = new AuditEntry(action, SubjectOf(secret))
        {
            Details = new { secret.Key, secret.Scope, secret.EnvironmentId, secret.Version, CiphertextHash = Sealer.HashOf(secret.EncryptedValue), secret.ExpiresAt, secret.OwnerId, secret.IsSensitive },
        };
        await log.WriteAsync(Transaction, entry, ct);
    }

    public static AuditSubject SubjectOf(StoredSecret secret) => new("secret", $"{secret.Id}", secret.ProjectId);
}
