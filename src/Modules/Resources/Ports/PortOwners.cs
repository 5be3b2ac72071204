using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>Who may change a port that is held, and the locks around it.</summary>
internal static class PortOwners
{
    /// <summary>Its project's developers; those of the house for its own; admins of the house for what counts on every host.</summary>
    public static async Task<Problem?> CheckAsync(PortAllocation port, HttpContext http, CancellationToken ct)
    {
        if (port.Host == PortAllocation.Every && http.SignedInCaller().InTheHouse < AccessRole.Admin) return PortProblems.NotYours;
        if (port.ProjectId is { } project && await http.RoleInAsync(project, ct) == AccessRole.None) return PortProblems.NotYours;
        return await new Owner(port.ProjectId, null).CheckAsync(http, AccessRole.Developer, ct);
    }

    /// <summary>Takes the locks of <see cref="PortLocks"/> in the context's transaction.</summary>
    public static Task<string> LockPortsAsync(this ResourcesDb db, string host, CancellationToken ct) => PortLocks.TakeAsync((NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction(), host, ct);
}
