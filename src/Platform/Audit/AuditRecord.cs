using System.Data.Common;

namespace Alicerce.Platform.Audit;

/// <summary>One row as it is sealed and checked.</summary>
internal sealed record AuditRecord
{
    /// <summary>In the order that <see cref="Read"/> expects.</summary>
    public const string Columns = "event_id, actor, via, action, subject_type, subject_id, project_id, request_id, ip, details::text, outcome, key_id, mac, id, at, seal_no, seal";

    public required Guid EventId { get; init; }

    public required AuditActor Actor { get; init; }

    public required string Action { get; init; }

    public required AuditSubject Subject { get; init; }

    public string? RequestId { get; init; }

    public string? Ip { get; init; }

    public required string Details { get; init; }

    public required string Outcome { get; init; }

    public required string KeyId { get; init; }

    public byte[] Mac { get; init; } = [];

    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    public long? SealNo { get; init; }

    public byte[]? Seal { get; init; }

    /// <param name="row">With <see cref="Columns"/>.</param>
    /// <param name="first">Number of the first of them.</param>
    public static AuditRecord Read(DbDataReader row, int first = 0) => new()
    {
        EventId = row.GetGuid(first),
        Actor = new AuditActor(row.GetString(first + 1), Text(row, first + 2)),
        Action = row.GetString(first + 3),
        Subject = new AuditSubject(row.GetString(first + 4), Text(row, first + 5), row.IsDBNull(first + 6) ? null : row.GetInt32(first + 6)),
        RequestId = Text(row, first + 7),
        Ip = Text(row, first + 8),
        Details = row.GetString(first + 9),
        Outcome = row.GetString(first + 10),
        KeyId = row.GetString(first + 11),
        Mac = row.GetFieldValue<byte[]>(first + 12),
        Id = row.GetInt64(first + 13),
        At = row.GetFieldValue<DateTimeOffset>(first + 14),
        SealNo = row.IsDBNull(first + 15) ? null : row.GetInt64(first + 15),
        Seal = row.IsDBNull(first + 16) ? null : row.GetFieldValue<byte[]>(first + 16),
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
