using Alicerce.Modules.Resources.Hosts;
using Alicerce.Modules.Resources.Ports.Local;
using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>Says whether a port could be had, and if not, who has it (S004-PORT-12, S004-API-04).</summary>
internal sealed class CheckPort(NpgsqlDataSource source, HostBook hosts, SocketOwners owners, PortHolders holders)
{
    /// <param name="Reason"><c>allocated</c>, <c>reserved</c> or <c>in_use</c> (something of this machine listens there); null when it is available.</param>
    /// <param name="Process">Who listens there, where the system of the server's machine tells it: only for developers of the house, whose business it is what runs there.</param>
    /// <param name="NextFree">The next free one above it; null when there is none.</param>
    public sealed record Response(int Port, string Host, bool Available, string? Reason, PortHolder? Holder, LocalProcess? Process, int? NextFree, IReadOnlyList<string> Warnings);

    public async Task<Result<Response>> HandleAsync(int port, string? given, HttpContext http, CancellationToken ct)
    {
        if (new Validation().CheckPort(port, "port").ReadHost(given ?? HostNames.ThisMachine, allowEvery: false, out var host).Problem is { } invalid) return invalid;
        host = await hosts.ResolveAsync(host, ct);
        var (held, next) = await LookAsync(host, port, ct);
        var seen = LocalPorts.IsHere(host) ? LocalPorts.Look(port) : LocalPort.Free;
        var reason = held?.Status ?? (seen == LocalPort.InUse ? "in_use" : null);
        return new Response(
            port, host, reason is null, reason, held is null ? null : await holders.DescribeAsync(held, http.SignedInCaller(), ct),
            seen == LocalPort.InUse && http.SignedInCaller().InTheHouse >= AccessRole.Developer ? owners.Find([port]).GetValueOrDefault(port) : null, next, [.. WarningsFor(port, held, seen, host)]);
    }

    /// <summary>The connection goes back before the holder is described, which takes one of its own.</summary>
    private async Task<(HeldPort? Held, int? NextFree)> LookAsync(string host, int port, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var held = await PortStore.FindHolderAsync(connection, host, PortAllocation.Every, port, ct);
        return (held, await PortStore.NextFreeAsync(connection, host, PortAllocation.Every, port, LocalPorts.IsHere(host) ? LocalPorts.Listening() : [], ct));
    }

    private static IEnumerable<string> WarningsFor(int port, HeldPort? held, LocalPort seen, string host)
    {
        foreach (var warning in WellKnownPorts.WarningsFor(port)) yield return warning;
        if (seen == LocalPort.NotPermitted) yield return "The server's account may not listen there, so the system was asked only who listens.";
        if (held is { Status: PortAllocation.Allocated } && LocalPorts.IsHere(host) && seen == LocalPort.Free) yield return "It is allocated, but nothing listens there now.";
    }
}
