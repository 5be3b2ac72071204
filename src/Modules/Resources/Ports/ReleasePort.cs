using Alicerce.Modules.Resources.Hosts;
using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>Gives a port back, so that it can be given again; its row stays as history (S004-PORT-08, S004-API-03).</summary>
internal sealed class ReleasePort(ResourcesDb db, HostBook hosts, TimeProvider clock)
{
    /// <param name="ServiceName">Whose port it is; a reservation for nobody is released by <paramref name="Port"/>.</param>
    /// <param name="Host">A host, or <c>*</c> for a reservation on all of them.</param>
    /// <param name="BindAddress">Which of them is meant, when several hold the port on addresses of their own.</param>
    public sealed record Input(string? ServiceName = null, int? Port = null, string Host = HostNames.ThisMachine, string? BindAddress = null);

    public sealed record Response(bool Success, int Port, string? Service, string Host);

    public async Task<Result<Response>> HandleAsync(Input input, HttpContext http, CancellationToken ct)
    {
        var validation = new Validation().CheckPort(input.Port, "port").ReadHost(input.Host, allowEvery: true, out var given).ReadBindAddress(input.BindAddress, out var address)
            .Check(input is { ServiceName: not null } or { Port: not null }, "service_name", "required", "service_name is required, or port.");
        if (input.ServiceName is { } name) validation.CheckService(name);
        if (validation.Problem is { } invalid) return invalid;

        // Whose it is is asked before the lock is taken: roles come over a connection of their own, and who waits for one keeps nobody waiting.
        var host = await hosts.ResolveAsync(given, ct);
        var held = db.Allocations.Where(row => row.Host == host && row.Status != PortAllocation.Released
            && (input.ServiceName == null || row.ServiceName == input.ServiceName) && (input.Port == null || row.Port == input.Port)
            && (input.BindAddress == null || row.BindAddress == address));
        var nothing = PortProblems.NothingHeld(input.ServiceName ?? $"Nobody at {input.Port}", host);
        var found = await held.AsNoTracking().OrderBy(row => row.BindAddress).ToListAsync(ct);
        if (found is not [var seen, .. var more]) return nothing;
        if (more.Count > 0) return Problem.Invalid("bind_address", "required", $"{input.Port} is held on several addresses of {host}, {string.Join(", ", found.Select(row => row.BindAddress))}: say which with bind_address.");
        if (await PortOwners.CheckAsync(seen, http, ct) is { } refused) return refused;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockPortsAsync(host, ct);
        if (await held.SingleOrDefaultAsync(row => row.Id == seen.Id, ct) is not { } port) return nothing;
        (port.Status, port.ReleasedAt) = (PortAllocation.Released, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Response(true, port.Port, port.ServiceName, port.Host);
    }
}
