using Alicerce.Modules.Resources.Hosts;
using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Web.Answers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>From where ports of a type are given: for all hosts, and otherwise for one (S004-PORT-13, T004-07).</summary>
internal sealed class ManageRanges(ResourcesDb db, HostBook hosts)
{
    /// <param name="Start">First port.</param>
    /// <param name="End">Last port.</param>
    /// <param name="Host">For which the range counts; <c>*</c> for all that have none of their own.</param>
    public sealed record Input(int Start, int End, string Host = PortAllocation.Every, string? Description = null);

    /// <param name="Size">How many ports it has.</param>
    /// <param name="Used">Held on the range's host, or on the host that was asked for, or on every host; of a range of all hosts, on the fullest one (T004-68).</param>
    public sealed record View(int Id, string Name, int Start, int End, string Host, string? Description, int Size, int Used, int Free);

    /// <param name="given">Shows the ranges that count for this host; null shows all.</param>
    /// <param name="ct">The caller left.</param>
    public async Task<Result<IReadOnlyList<View>>> ListAsync(string? given, CancellationToken ct)
    {
        var host = "";
        if (given is not null && new Validation().ReadHost(given, allowEvery: true, out host).Problem is { } invalid) return invalid;
        var wanted = given is null ? null : await hosts.ResolveAsync(host, ct);
        var ranges = await db.Ranges.AsNoTracking().OrderBy(range => range.StartPort).ThenBy(range => range.Host).ToListAsync(ct);
        if (wanted is not null) ranges = [.. ranges.Where(range => range.Host == wanted || (range.Host == PortAllocation.Every && !ranges.Exists(own => own.Host == wanted && own.Name == range.Name)))];
        var used = await UsedAsync([.. ranges.Select(range => range.Id)], wanted, ct);
        return ranges.ConvertAll(range => ViewOf(range, used.GetValueOrDefault(range.Id)));
    }

    public async Task<Result<View>> SetAsync(string name, Input input, CancellationToken ct)
    {
        var validation = new Validation().CheckType(name, "name").CheckPort(input.Start, "start").CheckPort(input.End, "end").ReadHost(input.Host, allowEvery: true, out var given)
            .Check(input.Start <= input.End, "end", "upside_down", "start is at most end.")
            .Check(name != PortRules.Custom, "name", "no_range", $"'{PortRules.Custom}' is the type without a range: choose another name.")
            .CheckText(input.Description, "description");
        if (validation.Problem is { } invalid) return invalid;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await PortLocks.TakeEveryAsync((NpgsqlTransaction)transaction.GetDbTransaction(), ct);
        var host = await hosts.ResolveAsync(given, ct);
        var ranges = await db.Ranges.ToListAsync(ct);
        var range = ranges.Find(one => one.Name == name && one.Host == host);
        if (range is null) db.Ranges.Add(range = new PortRange { Name = name, Host = host });
        (range.StartPort, range.EndPort, range.Description) = (input.Start, input.End, input.Description ?? range.Description);
        if (OverlapIn([.. ranges.Where(one => one != range), range]) is { } overlap) return overlap;
        await db.SaveChangesAsync(ct);
        var used = await UsedAsync([range.Id], null, ct);
        await transaction.CommitAsync(ct);
        return ViewOf(range, used.GetValueOrDefault(range.Id));
    }

    /// <summary>A host's own range goes, and the one of all hosts counts for it again. Ports that were given stay given.</summary>
    public async Task<Done> DeleteAsync(string name, string? given, CancellationToken ct)
    {
        if (new Validation().CheckType(name, "name").ReadHost(given, allowEvery: true, out var canonical).Problem is { } invalid) return invalid;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await PortLocks.TakeEveryAsync((NpgsqlTransaction)transaction.GetDbTransaction(), ct);
        var host = await hosts.ResolveAsync(canonical, ct);
        var ranges = await db.Ranges.ToListAsync(ct);
        if (ranges.Find(one => one.Name == name && one.Host == host) is not { } range) return Problem.NotFound("ports.no_such_range", $"{host} has no range {name} of its own.");
        if (OverlapIn([.. ranges.Where(one => one != range)]) is { } overlap) return overlap;
        db.Ranges.Remove(range);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Done.Successfully;
    }

    /// <summary>A port belongs to one type at most, on every host: looked at with the ranges that count there.</summary>
    private static Problem? OverlapIn(List<PortRange> ranges)
    {
        foreach (var host in ranges.Select(range => range.Host).Distinct())
        {
            var spans = PortSpan.For(host, ranges);
            foreach (var (one, next) in spans.Zip(spans.Skip(1)))
            {
                if (one.Overlaps(next))
                {
                    return Problem.Conflict(
                        "ports.ranges_overlap", $"The ranges {one.Name} ({one.Start}-{one.End}) and {next.Name} ({next.Start}-{next.End}) would overlap on {(host == PortAllocation.Every ? "all hosts" : host)}.");
                }
            }
        }

        return null;
    }

    private async Task<Dictionary<int, int>> UsedAsync(int[] ranges, string? host, CancellationToken ct)
    {
        var rows = await db.Database.SqlQuery<UsedPorts>($"""
            WITH held AS (SELECT DISTINCT host, port FROM resources.port_allocations WHERE status <> 'released' AND (reserved_until IS NULL OR reserved_until > now())),
                everywhere AS (SELECT port FROM held WHERE host = '*')
            SELECT r.id, (
                (SELECT count(*) FROM everywhere e WHERE e.port BETWEEN r.start_port AND r.end_port) + coalesce((
                    SELECT count(*) FROM held h
                    WHERE h.port BETWEEN r.start_port AND r.end_port AND h.host <> '*' AND h.host = coalesce({host}, nullif(r.host, '*'), h.host) AND h.port NOT IN (SELECT port FROM everywhere)
                    GROUP BY h.host ORDER BY 1 DESC LIMIT 1), 0))::int AS used
            FROM resources.port_ranges r WHERE r.id = ANY ({ranges})
            """).ToListAsync(ct);
        return rows.ToDictionary(row => row.Id, row => row.Used);
    }

    private static View ViewOf(PortRange range, int used)
    {
        var size = range.EndPort - range.StartPort + 1;
        return new View(range.Id, range.Name, range.StartPort, range.EndPort, range.Host, range.Description, size, used, size - used);
    }

    private sealed record UsedPorts(int Id, int Used);
}
