using Alicerce.Modules.Resources.Rows;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>A row of <c>port_allocations</c> as readers see it.</summary>
/// <param name="Label">The service, or <c>[reserved]</c> for a port that is kept for nobody yet (S004-PORT-09).</param>
/// <param name="ContainerPort">Where the service listens inside of its container, as an imported compose file says.</param>
/// <param name="PartOf">The service whose further port this is.</param>
/// <param name="Status"><c>allocated</c>, <c>reserved</c> or <c>released</c>; a reservation whose time is over is released.</param>
internal sealed record PortView(
    int Id, string? ServiceName, string Label, int Port, string PortType, string Host, string BindAddress, string Status, bool IsReserved, string? ReservedReason,
    DateTimeOffset? ReservedUntil, int? ProjectId, int? EnvironmentId, DateTimeOffset AllocatedAt, DateTimeOffset? ReleasedAt, DateTimeOffset? LastHealthCheck, string? HealthStatus,
    int? ContainerPort, string? Image, string? PartOf)
{
    public const string ForNobodyYet = "[reserved]";

    public static PortView Of(PortAllocation row, DateTimeOffset now)
    {
        var isOver = row.Status == PortAllocation.Reserved && row.ReservedUntil <= now;
        return new(
            row.Id, row.ServiceName, row.PartOf ?? row.ServiceName ?? ForNobodyYet, row.Port, row.PortType, row.Host, row.BindAddress, isOver ? PortAllocation.Released : row.Status, row.IsReserved && !isOver,
            row.ReservedReason, row.ReservedUntil, row.ProjectId, row.EnvironmentId, row.AllocatedAt, row.ReleasedAt ?? (isOver ? row.ReservedUntil : null), row.LastHealthCheck, row.HealthStatus,
            row.ContainerPort, row.Image, row.PartOf);
    }
}
