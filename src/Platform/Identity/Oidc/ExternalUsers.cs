using System.Text.Json;
using Alicerce.Platform.Audit;
using Npgsql;

namespace Alicerce.Platform.Identity;

/// <summary>
/// The user behind a provider's subject (T001-20), made when it first comes. Nobody is ever recognised by an e-mail address: an account with a
/// password stays its owner's, whatever address a provider writes into tokens.
/// </summary>
internal sealed class ExternalUsers(NpgsqlDataSource source, OidcOptions options, CallerDirectory callers, AuditLog audit)
{
    private const int LongestName = 100;

    /// <returns>Null for somebody whom an admin deleted: a token does not bring back whom we sent away.</returns>
    /// <param name="token">Says who it is.</param>
    /// <param name="roleClaims">Say what this person may do.</param>
    public async Task<int?> FindOrCreateAsync(ProvenToken token, JsonElement roleClaims, CancellationToken ct)
    {
        var role = options.Roles.RoleOf(roleClaims).Word();
        return await FindAsync(token.Subject, role, ct) is { } found ? Known(found) : await InsertAsync(token, role, ct) ?? Known(await FindAsync(token.Subject, role, ct));
    }

    private static int? Known((int Id, bool IsDeleted)? row) => row is { IsDeleted: false } user ? user.Id : null;

    private async Task<(int Id, bool IsDeleted)?> FindAsync(string subject, string role, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "SELECT id, deleted_at IS NOT NULL, role FROM platform.users WHERE external_issuer = $1 AND external_subject = $2 ORDER BY deleted_at DESC NULLS FIRST LIMIT 1");
        command.Parameters.AddWithValue(options.Issuer);
        command.Parameters.AddWithValue(subject);
        int id;
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            if (!await reader.ReadAsync(ct)) return null;
            id = reader.GetInt32(0);
            if (reader.GetBoolean(1) || reader.GetString(2) == role) return (id, reader.GetBoolean(1));
        }

        await ChangeRoleAsync(id, role, ct);
        return (id, false);
    }

    private async Task ChangeRoleAsync(int id, string role, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand("UPDATE platform.users SET role = $2, updated_at = now() WHERE id = $1 AND deleted_at IS NULL AND role <> $2", connection, transaction);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(role);
        if (await command.ExecuteNonQueryAsync(ct) == 0) return;
        await audit.WriteAsync(transaction, Entry("user.updated", id, new { Changed = new[] { "role" }, After = new { Role = role }, By = "provider" }), ct);
        await transaction.CommitAsync(ct);
        callers.ForgetAll();
    }

    private static AuditEntry Entry(string action, int id, object details) => new(action, new AuditSubject("user", $"{id}", null)) { Actor = AuditActor.System, Details = details };

    // Null when another request was quicker, or when the address was taken just now: then the second look or the next request finds out.
    private async Task<int?> InsertAsync(ProvenToken token, string role, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO platform.users (name, email, role, is_active, external_issuer, external_subject)
            SELECT $1, CASE WHEN EXISTS (SELECT FROM platform.users WHERE email = $2 AND deleted_at IS NULL) THEN NULL ELSE $2 END, $3, true, $4, $5
            ON CONFLICT DO NOTHING RETURNING id
            """,
            connection,
            transaction);
        command.Parameters.AddWithValue(NameOf(token));
        command.Parameters.Add(new NpgsqlParameter { Value = VerifiedEmailOf(token.Claims) ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.AddWithValue(role);
        command.Parameters.AddWithValue(options.Issuer);
        command.Parameters.AddWithValue(token.Subject);
        if (await command.ExecuteScalarAsync(ct) is not int id) return null;
        await audit.WriteAsync(transaction, Entry("user.created", id, new { Role = role, With = "provider" }), ct);
        await transaction.CommitAsync(ct);
        return id;
    }

    private static string NameOf(ProvenToken token)
    {
        var name = new string([.. (token.Claims.Text("name") ?? token.Claims.Text("preferred_username") ?? token.Claims.Text("email") ?? "").Where(letter => !char.IsControl(letter))]).Trim();
        return name switch
        {
            "" => token.Subject[..Math.Min(token.Subject.Length, LongestName)],
            { Length: > LongestName } => name[..LongestName],
            _ => name,
        };
    }

    private static string? VerifiedEmailOf(JsonElement claims) =>
        claims.TryGetProperty("email_verified", out var verified) && verified.ValueKind == JsonValueKind.True
        && claims.Text("email") is { } email && UserRules.Normalised(email) is { Length: > 0 and <= UserRules.LongestEmail } address && UserRules.IsEmail(address)
            ? address
            : null;
}
