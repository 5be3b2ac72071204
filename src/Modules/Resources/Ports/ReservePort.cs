using Alicerce.Modules.Resources.Hosts;
using Alicerce.Modules.Resources.Ports.Local;
using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>Keeps a port from being given, for a service or for nobody yet, for ever or until a day (S004-PORT-09, S004-API-12). It may lie outside of all ranges (T004-71).</summary>
internal sealed class ReservePort(ResourcesDb db, PortHolders holders, AuditLog audit, TimeProvider clock)
{
    /// <param name="Host">A host, or <c>*</c> for all of them, which needs an admin of the house.</param>
    /// <param name="Reason">Such as <c>production-only</c>.</param>
    /// <param name="ServiceName">For whom it is kept on this one host: allocating for this service gives it this port.</param>
    /// <param name="ReservedUntil">Then it is free again.</param>
    /// <param name="PortType">Left out, the type whose range it lies in, else <c>custom</c>.</param>
    public sealed record Input(
        int Port, string Host = HostNames.ThisMachine, string? Reason = null, string? ServiceName = null, int? ProjectId = null, int? EnvironmentId = null,
        string BindAddress = PortAllocation.Every, DateTimeOffset? ReservedUntil = null, string? PortType = null);

    public sealed record Response(bool Success, int Port, string? Service, string Host, PortView Reservation, IReadOnlyList<string> Warnings);

    /// <summary>One of the three.</summary>
    private sealed record Outcome(PortAllocation? Row = null, PortAnswer.PortIsTaken? Taken = null, Problem? Problem = null);

    public async Task<Result<Response>> HandleAsync(Input input, HttpContext http, CancellationToken ct)
    {
        var validation = new Validation().CheckPort(input.Port, "port").CheckText(input.Reason, "reason")
            .ReadHost(input.Host, allowEvery: true, out var given).ReadBindAddress(input.BindAddress, out var address)
            .Check(input.ReservedUntil is not { } until || until > clock.GetUtcNow(), "reserved_until", "in_the_past", "reserved_until is a moment that is still to come.");
        if (input.ServiceName is { } name)
        {
            validation.CheckService(name)
                .Check(given != PortAllocation.Every, "service_name", "for_one_host", "A service gets its port on one host: name the host, or leave service_name out and say in reason what * is kept for.");
        }

        if (input.PortType is { } type) validation.CheckType(type);
        if (validation.Problem is { } invalid) return invalid;
        var owner = new Owner(input.ProjectId, input.EnvironmentId);
        if (await owner.CheckAsync(http, AccessRole.Developer, ct) is { } refused) return refused;
        if (given == PortAllocation.Every && http.SignedInCaller().InTheHouse < AccessRole.Admin)
            return Problem.Forbidden("ports.admin_reserves_everywhere", "A reservation on * counts for every project's hosts: name a host, or ask an admin of the house.");

        var (row, taken, problem) = await KeepAsync(input, owner, given, address, ct);
        if (taken is { By: { } holder }) return PortProblems.PortTaken(taken.Host, taken.Port, await holders.DescribeAsync(holder, http.SignedInCaller(), ct), taken.NextFree);
        if (problem is not null) return problem;
        return new Response(true, row!.Port, row.ServiceName, row.Host, PortView.Of(row, clock.GetUtcNow()), [.. WarningsFor(row)]);
    }

    /// <summary>Ends its transaction before the holder is described, which takes a connection of its own.</summary>
    private async Task<Outcome> KeepAsync(Input input, Owner owner, string given, string address, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var host = await db.LockPortsAsync(given, ct);
        var outcome = await FindOrAddAsync(input, owner, host, address, ct);
        if (outcome.Row is not { } row) return outcome;
        (row.ReservedReason, row.ReservedUntil) = (input.Reason, input.ReservedUntil?.ToUniversalTime());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return outcome;
    }

    /// <summary>The same reservation again changes its reason and its end.</summary>
    private async Task<Outcome> FindOrAddAsync(Input input, Owner owner, string host, string address, CancellationToken ct)
    {
        var transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        await PortStore.ReleaseExpiredAsync(transaction, audit, host, input.ServiceName, input.Port, ct);
        if (await PortStore.FindHolderAsync(transaction.Connection!, host, address, input.Port, ct) is { } held)
        {
            var isSame = held.Status == PortAllocation.Reserved && held.Owner == owner && held.Service == input.ServiceName && held.Host == host && held.BindAddress == address;
            if (isSame) return new Outcome(Row: await db.Allocations.SingleAsync(row => row.Id == held.Id, ct));
            var next = await PortStore.NextFreeAsync(transaction.Connection!, host, address, input.Port, [], ct);
            return new Outcome(Taken: new PortAnswer.PortIsTaken(held.Host, input.Port, held, next));
        }

        if (input.ServiceName is { } service && await db.Allocations.AnyAsync(row => row.ServiceName == service && row.Host == host && row.Status != PortAllocation.Released, ct))
            return new Outcome(Problem: Problem.Conflict("ports.service_taken", $"A service named '{service}' has a port on {host} already: release it first, or use another name."));
        var ranges = await db.Ranges.AsNoTracking().Where(range => range.Host == host || range.Host == PortAllocation.Every).ToListAsync(ct);
        var row = new PortAllocation
        {
            ProjectId = owner.ProjectId,
            EnvironmentId = owner.EnvironmentId,
            ServiceName = input.ServiceName,
            Port = input.Port,
            PortType = input.PortType ?? PortSpan.For(host, ranges).FirstOrDefault(span => span.Holds(input.Port))?.Name ?? PortRules.Custom,
            Host = host,
            BindAddress = address,
            Status = PortAllocation.Reserved,
            AllocatedAt = clock.GetUtcNow(),
        };
        db.Allocations.Add(row);
        return new Outcome(row);
    }

    private static IEnumerable<string> WarningsFor(PortAllocation row)
    {
        foreach (var warning in WellKnownPorts.WarningsFor(row.Port, row.ServiceName)) yield return warning;
        if (LocalPorts.IsHere(row.Host) && LocalPorts.Look(row.Port) == LocalPort.InUse) yield return $"Something listens on {row.Port} of this machine now.";
    }
}
