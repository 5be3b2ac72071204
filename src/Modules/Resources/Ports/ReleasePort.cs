using Alicerce.Modules.Resources.Hosts;
using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>Gives a port back, so that it can be given again; its row stays as history (S004-PORT-08, S004-API-03).</summary>
internal sealed class ReleasePort(ResourcesDb db, HostBook hosts, TimeProvider clock)
{
    /// <param name="ServiceName">Whose port it is, with its further ones; a reservation for nobody is released by <paramref name="Port"/>.</param>
    /// <param name="Host">A host, or <c>*</c> for a reservation on all of them.</param>
    /// <param name="BindAddress">Which of them is meant, when several hold the port on addresses of their own.</param>
    public sealed record Input(string? ServiceName = null, int? Port = null, string Host = HostNames.ThisMachine, string? BindAddress = null);

    /// <param name="Port">The first of them.</param>
    public sealed record Response(bool Success, int Port, string? Service, string Host, IReadOnlyList<int> Ports);

    public async Task<Result<Response>> HandleAsync(Input input, HttpContext http, CancellationToken ct)
    {
        var validation = new Validation().CheckPort(input.Port, "port").ReadHost(input.Host, allowEvery: true, out var given).ReadBindAddress(input.BindAddress, out var address)
            .Check(input is { ServiceName: not null } or { Port: not null }, "service_name", "required", "service_name is required, or port.");
        if (input.ServiceName is { } name) validation.CheckService(name);
        if (validation.Problem is { } invalid) return invalid;

        // Whose it is is asked before the lock is taken: roles come over a connection of their own, and who waits for one keeps nobody waiting.
        var host = await hosts.ResolveAsync(given, ct);
        var held = db.Allocations.Where(row => row.Host == host && row.Status != PortAllocation.Released
            && (input.ServiceName == null || row.ServiceName == input.ServiceName || row.PartOf == input.ServiceName) && (input.Port == null || row.Port == input.Port)
            && (input.BindAddress == null || row.BindAddress == address));
        var nothing = PortProblems.NothingHeld(input.ServiceName ?? $"Nobody at {input.Port}", host);
        var found = await held.AsNoTracking().OrderBy(row => row.PartOf != null).ThenBy(row => row.BindAddress).ThenBy(row => row.Port).ToListAsync(ct);
        if (found.Count == 0) return nothing;
        if (found.Count > 1 && input.ServiceName is null) return Problem.Invalid("bind_address", "required", $"{input.Port} is held on several addresses of {host}, {string.Join(", ", found.Select(row => row.BindAddress))}: say which with bind_address.");
        foreach (var owner in found.DistinctBy(row => (row.ProjectId, row.Host)))
            if (await PortOwners.CheckAsync(owner, http, ct) is { } refused) return refused;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockPortsAsync(host, ct);
        int[] seen = [.. found.Select(row => row.Id)];
        var ports = await held.Where(row => seen.Contains(row.Id)).OrderBy(row => row.PartOf != null).ThenBy(row => row.Port).ToListAsync(ct);
        if (ports is not [var first, ..]) return nothing;
        foreach (var port in ports) (port.Status, port.ReleasedAt) = (PortAllocation.Released, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Response(true, first.Port, first.ServiceName, first.Host, [.. ports.Select(port => port.Port)]);
    }
}
