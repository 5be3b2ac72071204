using Alicerce.Modules.Resources.Ports.Local;
using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Audit;
using Npgsql;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>
/// Hands out ports (S004-PORT-02…07): the service's own port if it has one, else the preferred one, else the first free one of the type's range, ascending
/// (D18). One transaction under the host's lock; the unique indexes of the table are the last guard.
/// </summary>
internal sealed class PortAllocator(NpgsqlDataSource source, AuditLog audit)
{
    /// <summary>Free by our rows and no listener seen: that so many of them in a row cannot be bound does not happen by chance.</summary>
    private const int MostProbes = 16;

    public async Task<PortAnswer> TakeAsync(PortWish wish, CancellationToken ct)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            var host = await PortLocks.TakeAsync(transaction, wish.Host, ct);
            var answer = await DecideAsync(transaction, wish, host, ct);
            if (answer is PortAnswer.Given) await transaction.CommitAsync(ct);
            return answer;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            return new PortAnswer.OwnerIsGone();
        }
    }

    private async Task<PortAnswer> DecideAsync(NpgsqlTransaction transaction, PortWish wish, string host, CancellationToken ct)
    {
        var (had, onPreferred, ranges) = await PortStore.LookAsync(transaction, wish, host, ct);
        if (had is not null) return had.Owner == wish.Owner ? await KeepAsync(transaction, had, wish, ct) : new PortAnswer.ServiceIsTaken(had);

        var spans = PortSpan.For(host, ranges);
        var range = spans.FirstOrDefault(span => span.Name == wish.Type);
        if (range is null && wish.Type != PortRules.Custom) return new PortAnswer.NoSuchType([.. spans.Select(span => span.Name)]);
        if (wish.Preferred is { } wanted && range is not null && spans.FirstOrDefault(span => span != range && span.Holds(wanted)) is { } another) return new PortAnswer.InAnotherRange(wanted, another);

        var port = wish.Preferred is { } preferred && onPreferred is null && !IsInUse(wish, host, preferred) ? preferred : await ChooseAsync(transaction, wish, host, range, ct);
        if (port is { } chosen) return new PortAnswer.Given(await WriteAsync(transaction, wish, host, chosen, ct), IsNew: true);
        if (range is not null && !wish.Exactly) return new PortAnswer.Exhausted(host);
        var next = await PortStore.NextFreeAsync(transaction.Connection!, host, wish.BindAddress, wish.Preferred!.Value, BusyPorts(wish, host), ct);
        return new PortAnswer.PortIsTaken(host, wish.Preferred.Value, onPreferred, next);
    }

    private async Task<PortAnswer> KeepAsync(NpgsqlTransaction transaction, HeldPort had, PortWish wish, CancellationToken ct)
    {
        if (wish.Container != ContainerFacts.None && wish.Container != had.Container && wish.Preferred == had.Port)
        {
            await PortStore.WriteContainerAsync(transaction, had.Id, wish.Container, ct);
            await PortStore.TellAsync(transaction, audit, PortStore.EntryOf("port.updated", had, new { Before = had.Container, After = wish.Container }), had, ct);
            had = had with { Container = wish.Container };
        }

        if (had.Status == PortAllocation.Allocated) return new PortAnswer.Given(had, IsNew: false);
        await PortStore.ClaimAsync(transaction, had.Id, ct);
        await PortStore.TellAsync(transaction, audit, PortStore.EntryOf("port.updated", had, new { Before = new { had.Status }, After = new { Status = PortAllocation.Allocated } }), had, ct);
        return new PortAnswer.Given(had with { Status = PortAllocation.Allocated, Reason = null }, IsNew: true);
    }

    /// <summary>The first free one above the preferred port, else from the start of the range.</summary>
    private static async Task<int?> ChooseAsync(NpgsqlTransaction transaction, PortWish wish, string host, PortSpan? range, CancellationToken ct)
    {
        if (range is null || wish.Exactly) return null;
        var busy = BusyPorts(wish, host);
        if (wish.Preferred is { } preferred && range.Holds(preferred) && await FirstAsync(preferred + 1) is { } above) return above;
        return await FirstAsync(range.Start);

        async Task<int?> FirstAsync(int from)
        {
            var asked = AsksTheSystem(wish, host);
            var free = await PortStore.FreeAsync(transaction.Connection!, host, wish.BindAddress, from, range.End, busy, asked ? MostProbes : 1, ct);
            foreach (var port in free)
            {
                if (!asked || LocalPorts.Look(port) != LocalPort.InUse) return port;
            }

            return null;
        }
    }

    private async Task<HeldPort> WriteAsync(NpgsqlTransaction transaction, PortWish wish, string host, int port, CancellationToken ct)
    {
        await PortStore.ReleaseExpiredAsync(transaction, audit, host, wish.Service, port, ct);
        var held = await PortStore.InsertAsync(transaction, wish, host, port, ct);
        var values = new { held.Owner.ProjectId, held.Owner.EnvironmentId, ServiceName = held.Service, held.Port, PortType = held.Type, held.Host, held.BindAddress, held.Status, ContainerPort = held.Container.Port, held.Container.Image, held.Container.PartOf };
        await PortStore.TellAsync(transaction, audit, PortStore.EntryOf("port.created", held, new { Values = values }), held, ct);
        return held;
    }

    private static bool AsksTheSystem(PortWish wish, string host) => wish.AskTheSystem && LocalPorts.IsHere(host);

    private static bool IsInUse(PortWish wish, string host, int port) => AsksTheSystem(wish, host) && LocalPorts.Look(port) == LocalPort.InUse;

    private static IEnumerable<int> BusyPorts(PortWish wish, string host) => AsksTheSystem(wish, host) ? LocalPorts.Listening() : [];
}
