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

    public static AuditRecord Read(DbDataReader row) => new()
    {
        EventId = row.GetGuid(0),
        Actor = new AuditActor(row.GetString(1), Text(row, 2)),
        Action = row.GetString(3),
        Subject = new AuditSubject(row.GetString(4), Text(row, 5), row.IsDBNull(6) ? null : row.GetInt32(6)),
        RequestId = Text(row, 7),
        Ip = Text(row, 8),
        Details = row.GetString(9),
        Outcome = row.GetString(10),
        KeyId = row.GetString(11),
        Mac = row.GetFieldValue<byte[]>(12),
        Id = row.GetInt64(13),
        At = row.GetFieldValue<DateTimeOffset>(14),
        SealNo = row.IsDBNull(15) ? null : row.GetInt64(15),
        Seal = row.IsDBNull(16) ? null : row.GetFieldValue<byte[]>(16),
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
