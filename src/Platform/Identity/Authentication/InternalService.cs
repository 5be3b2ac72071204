using Alicerce.Platform.Audit;
using Npgsql;

namespace Alicerce.Platform.Identity;

/// <summary>
/// The user whom other services of the team are: developer in the house, and in a project what an admin makes it. Made when the first key comes;
/// an admin who deletes it or makes it inactive shuts all services out.
/// </summary>
internal sealed class InternalService(NpgsqlDataSource source, AuditLog audit)
{
    // No provider can call itself so: an issuer is an address.
    private const string Issuer = "alicerce:internal";
    private const string Subject = "services";
    private int? _id;

    /// <returns>Null after an admin deleted it.</returns>
    public async ValueTask<int?> FindOrCreateAsync(CancellationToken ct) => _id ??= await FindAsync(ct) ?? await CreateAsync(ct) ?? await FindAsync(ct);

    private async Task<int?> FindAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT id FROM platform.users WHERE external_issuer = $1 AND external_subject = $2 AND deleted_at IS NULL");
        return await RunAsync(command, ct);
    }

    private async Task<int?> CreateAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO platform.users (name, role, is_active, external_issuer, external_subject) SELECT 'Internal services', 'developer', true, $1, $2
            WHERE NOT EXISTS (SELECT FROM platform.users WHERE external_issuer = $1 AND external_subject = $2) ON CONFLICT DO NOTHING RETURNING id
            """,
            connection,
            transaction);
        if (await RunAsync(command, ct) is not { } id) return null;
        await audit.WriteAsync(transaction, new AuditEntry("user.created", new AuditSubject("user", $"{id}", null)) { Actor = AuditActor.System, Details = new { Role = "developer", With = "internal key" } }, ct);
        await transaction.CommitAsync(ct);
        return id;
    }

    private static async Task<int?> RunAsync(NpgsqlCommand command, CancellationToken ct)
    {
        command.Parameters.AddWithValue(Issuer);
        command.Parameters.AddWithValue(Subject);
        return await command.ExecuteScalarAsync(ct) as int?;
    }
}
