using System.Text.Json;

namespace Alicerce.Cli.Server.Wire;

internal sealed record AuditRow(
    long Id, DateTimeOffset At, string Actor, string Action, string SubjectType, JsonElement Details, string Outcome, string? SubjectId = null, string? Via = null, long? SealNo = null);

internal sealed record AuditVerification(bool IsSound, long RowsSealed, long KeptNumber, IReadOnlyList<AuditRestore> Restores, AuditFault? Fault = null);

internal sealed record AuditRestore(long Number, DateTimeOffset At, string Actor);

internal sealed record AuditFault(string Kind, string Message, long? RowId = null, long? Number = null);
