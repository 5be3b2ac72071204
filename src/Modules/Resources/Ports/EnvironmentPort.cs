using Alicerce.Contracts;
using Alicerce.Modules.Resources.Hosts;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Alicerce.Platform.Events;
using Alicerce.Platform.Jobs;
using Alicerce.Platform.Projects;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>
/// The port that an environment gets by itself (S004-PORT-14), under the name <c>{project}-{environment}</c> (with its id behind it where somebody else has that name), and gives back by itself when it is deleted.
/// Any other port that is held for it stands in the way of deleting it.
/// </summary>
internal sealed class EnvironmentPort(AuditLog audit) : IEnvironmentHolds
{
    private const int LongestName = 100;

    /// <summary>Also after a new name: the port that the environment's own <c>port</c> names is its own.</summary>
    public async Task ReleaseAsync(NpgsqlTransaction transaction, ProjectFacts project, IReadOnlyList<EnvironmentFacts> environments, CancellationToken ct)
    {
        foreach (var environment in environments)
        {
            await using var command = new NpgsqlCommand(
                """
                UPDATE resources.port_allocations SET status = 'released', released_at = now()
                WHERE environment_id = $1 AND status = 'allocated' AND (service_name = ANY ($2) OR (host = coalesce((SELECT a.host FROM resources.host_aliases a WHERE a.alias = $3), $3) AND port = $4))
                RETURNING host, port
                """,
                transaction.Connection,
                transaction);
            command.Parameters.AddWithValue(environment.Id);
            command.Parameters.AddWithValue(new[] { NameOf(project.Name, environment), NameWithIdOf(project.Name, environment) });
            command.Parameters.AddWithValue(HostOf(environment) ?? "");
            command.Parameters.AddWithValue(environment.Port ?? 0);
            var released = new List<(string Host, int Port)>();
            await using (var reader = await command.ExecuteReaderAsync(ct))
            {
                while (await reader.ReadAsync(ct)) released.Add((reader.GetString(0), reader.GetInt32(1)));
            }

            foreach (var (host, port) in released)
            {
                await audit.WriteAsync(transaction, new AuditEntry("port.released", new AuditSubject("port", $"{host}:{port}", project.Id)) { Details = new { Why = "environment_deleted", EnvironmentId = environment.Id } }, ct);
                await Outbox.WriteAsync(transaction, [ResourceFacts.OfPort("port.released", host, port, project.Id)], ct);
            }
        }
    }

    private static string NameOf(string project, EnvironmentFacts environment)
    {
        var name = $"{project}-{environment.Name}";
        return name.Length <= LongestName ? name : NameWithIdOf(project, environment);
    }

    /// <summary>For when the name is too long, or taken: <c>a-b</c> with <c>c</c> and <c>a</c> with <c>b-c</c> come out alike.</summary>
    private static string NameWithIdOf(string project, EnvironmentFacts environment)
    {
        var name = $"{project}-{environment.Name}";
        return $"{name[..Math.Min(name.Length, LongestName - 11)].TrimEnd('-')}-{environment.Id}";
    }

    private static string? HostOf(EnvironmentFacts environment) => HostNames.Canonical(environment.DockerHost ?? HostNames.ThisMachine);

    /// <summary>Hears of new environments. Once more does no harm, whatever has been renamed or released since: an environment is given a port once.</summary>
    internal sealed class Allocation(PortAllocator allocator, NpgsqlDataSource source, IProjects projects, IEnvironmentPorts ports, ILogger<EnvironmentPort> log) : IConsumer
    {
        private sealed record Created(int Id);

        public async Task HandleAsync(EventEnvelope fact, JobContext job, CancellationToken ct)
        {
            var environment = await projects.FindEnvironmentAsync(fact.Read<Created>().Id, ct);
            if (environment is null || !NeedsPort(environment) || await projects.FindAsync(environment.ProjectId, ct) is not { } project) return;
            if (HostOf(environment) is not { } host) return;

            if (await FindOwnAsync(environment, host, ct) is { } own)
            {
                if (own.IsHeld) await ports.FillInAsync(environment.Id, own.Port, ct);
                return;
            }

            // A port that the environment names may be in use by the environment's own program already.
            var wish = new PortWish(NameOf(project.Name, environment), host, new Owner(project.Id, environment.Id)) { Preferred = environment.Port, AskTheSystem = environment.Port is null, IsAutomatic = true };
            var answer = await TakeAsync(wish, ct);
            if (answer is PortAnswer.ServiceIsTaken) answer = await TakeAsync(wish with { Service = NameWithIdOf(project.Name, environment) }, ct);
            if (answer is PortAnswer.Given { Held.Port: var port }) await ports.FillInAsync(environment.Id, port, ct);
            else if (answer is not PortAnswer.OwnerIsGone) log.LogWarning("The environment {Environment} of project {Project} was given no port on {Host}: {Reason}.", environment.Id, project.Id, host, answer.GetType().Name);
        }

        /// <summary>What it was given by an earlier delivery, or has under the port that it names.</summary>
        private async Task<(int Port, bool IsHeld)?> FindOwnAsync(EnvironmentFacts environment, string host, CancellationToken ct)
        {
            await using var command = source.CreateCommand(
                """
                SELECT port, status = 'allocated' FROM resources.port_allocations
                WHERE environment_id = $1 AND (is_automatic OR (status = 'allocated' AND port = $2 AND host = coalesce((SELECT a.host FROM resources.host_aliases a WHERE a.alias = $3), $3)))
                ORDER BY is_automatic DESC LIMIT 1
                """);
            foreach (var value in new object[] { environment.Id, environment.Port ?? 0, host }) command.Parameters.AddWithValue(value);
            await using var reader = await command.ExecuteReaderAsync(ct);
            return await reader.ReadAsync(ct) ? (reader.GetInt32(0), reader.GetBoolean(1)) : null;
        }

        /// <summary>The port that the environment names says which type it is of.</summary>
        private async Task<PortAnswer> TakeAsync(PortWish wish, CancellationToken ct)
        {
            var answer = await allocator.TakeAsync(wish, ct);
            return answer is PortAnswer.InAnotherRange { Range: var range } ? await allocator.TakeAsync(wish with { Type = range.Name }, ct) : answer;
        }

        /// <summary>Where only an address is known, the environment runs somewhere that already has its port.</summary>
        private static bool NeedsPort(EnvironmentFacts environment) => environment.BaseUrl is null || environment.DockerHost is not null || environment.Port is not null;
    }
}
