using System.Text.Json;
using Alicerce.Platform.Telemetry;
using Alicerce.Platform.Web;
using Npgsql;
using NpgsqlTypes;

namespace Alicerce.Platform.Data;

/// <summary>Writes facts into the transaction of their change: they exist exactly when the change does, and wake up who listens.</summary>
public static class Outbox
{
    /// <summary>PostgreSQL channel that a committed fact notifies.</summary>
    public const string Channel = "alicerce_changes";

    /// <summary>With the correlation id of the request or job that this code runs for.</summary>
    public static Task WriteAsync(NpgsqlTransaction transaction, IReadOnlyList<Fact> facts, CancellationToken ct) =>
        WriteAsync(transaction, facts, CorrelationId.Current, ct);

    public static async Task WriteAsync(NpgsqlTransaction transaction, IReadOnlyList<Fact> facts, string? correlationId, CancellationToken ct)
    {
        if (facts.Count == 0) return;
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO platform.outbox (type, project_id, subject_id, payload, correlation_id, trace_parent)
            SELECT type, project_id, subject_id, payload::jsonb, $5, $6 FROM unnest($1::text[], $2::int[], $3::text[], $4::text[]) AS fact (type, project_id, subject_id, payload)
            """,
            transaction.Connection,
            transaction);
        command.Parameters.AddWithValue(facts.Select(fact => fact.Type).ToArray());
        command.Parameters.Add(new() { Value = facts.Select(fact => fact.ProjectId).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        command.Parameters.AddWithValue(facts.Select(fact => fact.SubjectId).ToArray());
        command.Parameters.AddWithValue(facts.Select(fact => JsonSerializer.Serialize(fact.Payload, ApiJson.Options)).ToArray());
        command.Parameters.Add(new() { Value = (object?)correlationId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)Traces.Parent ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(ct);
    }
}
