using System.Text.Json;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web;
using Microsoft.AspNetCore.Http;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Platform.Audit;

/// <summary>Writes who did what into the transaction of the change: where the row cannot be written, nothing has happened.</summary>
public sealed class AuditLog(AuditKey key, IHttpContextAccessor accessor)
{
    private const int LongestId = 100;

    private const string Insert = """
        INSERT INTO platform.audit_log (event_id, actor, via, action, subject_type, subject_id, project_id, request_id, ip, details, outcome, key_id, mac)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """;

    public Task WriteAsync(NpgsqlTransaction transaction, AuditEntry entry, CancellationToken ct) => WriteAsync(transaction, [entry], ct);

    public Task WriteAsync(NpgsqlTransaction transaction, IReadOnlyList<AuditEntry> entries, CancellationToken ct) => WriteAsync(transaction.Connection!, entries, ct);

    /// <summary>All of them or none: in the connection's transaction, or in one of their own.</summary>
    public async Task WriteAsync(NpgsqlConnection connection, IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        if (entries.Count == 0)
        {
            IsAccountedFor();
            return;
        }

        await using var batch = connection.CreateBatch();
        foreach (var entry in entries) batch.BatchCommands.Add(InsertOf(RecordOf(entry)));
        await batch.PrepareAsync(ct);
        await batch.ExecuteNonQueryAsync(ct);
        IsAccountedFor();
    }

    /// <summary>In a transaction of its own: for what changes nothing else, such as a sign-in that was refused.</summary>
    public async Task WriteAsync(NpgsqlDataSource source, AuditEntry entry, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await WriteAsync(connection, [entry], ct);
    }

    /// <summary>The request has written its row, or found nothing to change; who writes rows through this class or a context need not say it.</summary>
    public void IsAccountedFor() => accessor.HttpContext?.Features.Set(new AccountedFor());

    private NpgsqlBatchCommand InsertOf(AuditRecord row)
    {
        var command = new NpgsqlBatchCommand(Insert);
        command.Parameters.Add(new() { Value = row.EventId, NpgsqlDbType = NpgsqlDbType.Uuid });
        foreach (var text in new[] { row.Actor.Name, row.Actor.Via, row.Action, row.Subject.Type, row.Subject.Id }) command.Parameters.Add(Text(text));
        command.Parameters.Add(new() { Value = (object?)row.Subject.ProjectId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(Text(row.RequestId));
        command.Parameters.Add(Text(row.Ip));
        command.Parameters.Add(new() { Value = row.Details, NpgsqlDbType = NpgsqlDbType.Json });
        command.Parameters.Add(Text(row.Outcome));
        command.Parameters.Add(Text(row.KeyId));
        command.Parameters.Add(new() { Value = key.MacOf(row), NpgsqlDbType = NpgsqlDbType.Bytea });
        return command;
    }

    private AuditRecord RecordOf(AuditEntry entry) => new()
    {
        EventId = Guid.NewGuid(),
        Actor = entry.Actor ?? ActorOf(accessor.HttpContext),
        Action = entry.Action,
        Subject = entry.Subject.Id is { Length: > LongestId } id ? entry.Subject with { Id = id[..LongestId] } : entry.Subject,
        RequestId = CorrelationId.Current is { Length: <= 64 } request ? request : null,
        Ip = accessor.HttpContext?.Connection.RemoteIpAddress?.ToString() is { Length: <= 45 } address ? address : null,
        Details = entry.Details is null ? "{}" : JsonSerializer.Serialize(entry.Details, ApiJson.Options),
        Outcome = entry.Outcome,
        KeyId = key.Id,
    };

    private static AuditActor ActorOf(HttpContext? http)
    {
        if (http is null) return AuditActor.System;
        if (http.Features.Get<AuditActor>() is { } known) return known;
        return http.Caller() is { } caller ? AuditActor.User(caller.UserId, ViaOf(caller, http)) : AuditActor.Nobody;
    }

    private static string? ViaOf(Caller caller, HttpContext http)
    {
        if (caller.TokenId is { } token) return $"token:{token}";
        if (caller.Session is { } session) return $"session:{session.Id}";
        return http.User.Identity?.AuthenticationType == InternalKeys.SchemeName ? "internal_key" : "provider";
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}

/// <summary>Mark of a request that the audit log knows of.</summary>
internal sealed record AccountedFor;
