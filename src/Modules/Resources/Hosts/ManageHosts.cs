using Alicerce.Modules.Resources.Ports;
using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Web.Answers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Alicerce.Modules.Resources.Hosts;

/// <summary>The other names of machines (T004-06). What a name already holds moves to the host that it turns out to be, unless the two collide.</summary>
internal sealed class ManageHosts(ResourcesDb db)
{
    /// <param name="Host">The machine's name; when that is an alias itself, the host behind it.</param>
    public sealed record Input(string Host);

    public sealed record View(int Id, string Alias, string Host, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

    public async Task<Paged<View>> ListAsync(PageQuery pages, CancellationToken ct)
    {
        if (PageRequest.Read(pages, out var page) is { } problem) return problem;
        return await Paged.OfAsync(db.HostAliases.AsNoTracking().OrderBy(row => row.Host).ThenBy(row => row.Alias), page, ViewOf, ct);
    }

    public async Task<Result<View>> SetAsync(string given, Input input, CancellationToken ct)
    {
        var validation = new Validation().ReadHost(given, allowEvery: false, out var alias, "alias").ReadHost(input.Host, allowEvery: false, out var named)
            .Check(alias != HostNames.ThisMachine, "alias", "is_this_machine", "localhost is the machine of the server itself, under every loopback address: make its other names aliases of localhost.");
        if (validation.Problem is { } invalid) return invalid;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await PortLocks.TakeEveryAsync((NpgsqlTransaction)transaction.GetDbTransaction(), ct);
        var host = await db.HostAliases.Where(row => row.Alias == named).Select(row => row.Host).SingleOrDefaultAsync(ct) ?? named;
        if (host == alias) return Problem.Invalid("host", "is_itself", $"{alias} cannot be an alias of itself.");
        if (await WhyNotAsync(alias, host, ct) is { } why) return why;

        var row = await db.HostAliases.SingleOrDefaultAsync(one => one.Alias == alias, ct);
        if (row is null) db.HostAliases.Add(row = new HostAlias { Alias = alias, Host = host });
        row.Host = host;
        foreach (var other in await db.HostAliases.Where(one => one.Host == alias).ToListAsync(ct)) other.Host = host;
        foreach (var port in await db.Allocations.Where(one => one.Host == alias && one.Status != PortAllocation.Released).ToListAsync(ct)) port.Host = host;
        await db.SaveChangesAsync(ct);
        await db.Allocations.Where(one => one.Host == alias).ExecuteUpdateAsync(set => set.SetProperty(one => one.Host, host), ct);
        await transaction.CommitAsync(ct);
        return ViewOf(row);
    }

    public async Task<Done> DeleteAsync(string given, CancellationToken ct)
    {
        if (new Validation().ReadHost(given, allowEvery: false, out var alias, "alias").Problem is { } invalid) return invalid;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await PortLocks.TakeEveryAsync((NpgsqlTransaction)transaction.GetDbTransaction(), ct);
        if (await db.HostAliases.SingleOrDefaultAsync(row => row.Alias == alias, ct) is not { } row) return Problem.NotFound("hosts.unknown_alias", $"{alias} is no alias.");
        db.HostAliases.Remove(row);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Done.Successfully;
    }

    private async Task<Problem?> WhyNotAsync(string alias, string host, CancellationToken ct)
    {
        if (await db.Ranges.AnyAsync(range => range.Host == alias, ct))
            return Problem.Conflict("hosts.has_ranges", $"{alias} has port ranges of its own: delete them first, then make it an alias of {host}.");
        var held = db.Allocations.Where(row => row.Status != PortAllocation.Released);
        var collisions = await held.Where(row => row.Host == alias)
            .Where(row => held.Any(other => other.Host == host && (other.ServiceName == row.ServiceName
                || (other.Port == row.Port && (other.BindAddress == row.BindAddress || other.BindAddress == PortAllocation.Every || row.BindAddress == PortAllocation.Every)))))
            .OrderBy(row => row.Port).Select(row => row.Port).Take(10).ToListAsync(ct);
        return collisions.Count == 0 ? null : Problem.Conflict(
            "hosts.ports_collide", $"{alias} and {host} both hold port {string.Join(", ", collisions)} or a service of the same name: release one of each first.");
    }

    private static View ViewOf(HostAlias row) => new(row.Id, row.Alias, row.Host, row.CreatedAt, row.UpdatedAt);
}
