using System.Text.Json;
using Npgsql;

namespace Alicerce.Platform.Identity;

/// <summary>
/// The user behind a provider's subject (T001-20), made when it first comes. Nobody is ever recognised by an e-mail address: an account with a
/// password stays its owner's, whatever address a provider writes into tokens.
/// </summary>
internal sealed class ExternalUsers(NpgsqlDataSource source, OidcOptions options, CallerDirectory callers)
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
        await using var command = source.CreateCommand("""
            WITH changed AS (
                UPDATE platform.users SET role = $3, updated_at = now() WHERE external_issuer = $1 AND external_subject = $2 AND deleted_at IS NULL AND role <> $3)
            SELECT id, deleted_at IS NOT NULL, role <> $3 FROM platform.users WHERE external_issuer = $1 AND external_subject = $2 ORDER BY deleted_at DESC NULLS FIRST LIMIT 1
            """);
        command.Parameters.AddWithValue(options.Issuer);
        command.Parameters.AddWithValue(subject);
        command.Parameters.AddWithValue(role);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        if (reader.GetBoolean(2)) callers.ForgetAll();
        return (reader.GetInt32(0), reader.GetBoolean(1));
    }

    // Null when another request was quicker, or when the address was taken just now: then the second look or the next request finds out.
    private async Task<int?> InsertAsync(ProvenToken token, string role, CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            INSERT INTO platform.users (name, email, role, is_active, external_issuer, external_subject)
            SELECT $1, CASE WHEN EXISTS (SELECT FROM platform.users WHERE email = $2 AND deleted_at IS NULL) THEN NULL ELSE $2 END, $3, true, $4, $5
            ON CONFLICT DO NOTHING RETURNING id
            """);
        command.Parameters.AddWithValue(NameOf(token));
        command.Parameters.Add(new NpgsqlParameter { Value = VerifiedEmailOf(token.Claims) ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.AddWithValue(role);
        command.Parameters.AddWithValue(options.Issuer);
        command.Parameters.AddWithValue(token.Subject);
        return await command.ExecuteScalarAsync(ct) as int?;
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
