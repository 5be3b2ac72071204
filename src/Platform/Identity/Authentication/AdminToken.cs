using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.Rows;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Platform.Identity;

/// <summary>The first way in (D8): a database without users gets the user <c>admin</c>, and its random token goes to a 0600 file.</summary>
public sealed class AdminToken(NpgsqlDataSource source, DataRoot root, AuditLog audit, ILogger<AdminToken> log)
{
    private const long LockKey = 0x616C_6961_646D_696E;

    /// <summary>Does nothing when there are users already. Of processes that start at once, one makes the admin.</summary>
    public async Task EnsureAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        // A statement of its own: the next one then sees whom another process has just made.
        await using var alone = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection, transaction);
        alone.Parameters.AddWithValue(LockKey);
        await alone.ExecuteNonQueryAsync(ct);
        await using var user = new NpgsqlCommand(
            "INSERT INTO platform.users (name, role, is_active) SELECT $1, $2, true WHERE NOT EXISTS (SELECT FROM platform.users) RETURNING id", connection, transaction);
        user.Parameters.AddWithValue("admin");
        user.Parameters.AddWithValue(User.AdminRole);
        if (await user.ExecuteScalarAsync(ct) is not int userId) return;

        var token = ReadOrWriteFile();
        await using var insert = new NpgsqlCommand("INSERT INTO platform.access_tokens (user_id, name, token_hash, scope) VALUES ($1, 'first start', $2, 'admin')", connection, transaction);
        insert.Parameters.AddWithValue(userId);
        insert.Parameters.AddWithValue(RandomToken.HashOf(token));
        await insert.ExecuteNonQueryAsync(ct);
        await audit.WriteAsync(transaction, new AuditEntry("user.created", new AuditSubject("user", $"{userId}", null)) { Details = new { Role = User.AdminRole, With = "first start" } }, ct);
        await transaction.CommitAsync(ct);
        log.LogInformation("The admin's token is in {Path}", root.AdminTokenFile);
    }

    /// <summary>Makes another token for the first active admin and writes it to the file, in place of the one there; nothing is revoked.</summary>
    /// <param name="who">Has the machine itself.</param>
    /// <param name="ct">Ends the wait for the database.</param>
    /// <returns>False when there is no active admin.</returns>
    public async Task<bool> ReplaceAsync(AuditActor who, CancellationToken ct)
    {
        var token = RandomToken.Create("alc_");
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var insert = new NpgsqlCommand("""
            INSERT INTO platform.access_tokens (user_id, name, token_hash, scope)
            SELECT id, 'made on the machine', $1, 'admin' FROM platform.users WHERE role = $2 AND is_active AND deleted_at IS NULL ORDER BY id LIMIT 1 RETURNING id
            """, connection, transaction);
        insert.Parameters.AddWithValue(RandomToken.HashOf(token));
        insert.Parameters.AddWithValue(User.AdminRole);
        if (await insert.ExecuteScalarAsync(ct) is not int id) return false;
        await audit.WriteAsync(transaction, new AuditEntry("token.created", new AuditSubject("token", $"{id}", null)) { Actor = who, Details = new { Scope = "admin", With = "admin-token" } }, ct);
        await transaction.CommitAsync(ct);

        // After the commit: a file with a token that nobody knows would be worse than none.
        root.WritePrivateFile(Path.GetFileName(root.AdminTokenFile), token + "\n");
        return true;
    }

    // A data folder whose database was made anew keeps its token, so that scripts that read the file go on working.
    private string ReadOrWriteFile()
    {
        if (File.Exists(root.AdminTokenFile)) return File.ReadAllText(root.AdminTokenFile).Trim();
        var token = RandomToken.Create("alc_");
        root.WritePrivateFile(Path.GetFileName(root.AdminTokenFile), token + "\n");
        return token;
    }
}
