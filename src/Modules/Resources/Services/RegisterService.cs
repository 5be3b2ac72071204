using System.ComponentModel.DataAnnotations;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Alicerce.Modules.Resources.Ports;
using Alicerce.Modules.Resources.Rows;
using Alicerce.Modules.Resources.Services.Health;
using Alicerce.Outbound;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Alicerce.Modules.Resources.Services;

/// <summary>Makes an instance of a service known, or says again what is known of it (S004-SVC-01, T004-22): name, owner, host and port make it the same one.</summary>
internal sealed class RegisterService(ResourcesDb db, ServiceDirectory directory, ServiceEgress egress, PortDisagreements disagreements, HealthOptions options, TimeProvider clock)
{
    /// <summary>Of one owner: each is looked at again and again.</summary>
    private const int MostServices = 2_000;

    private static readonly TimeSpan s_lookUp = TimeSpan.FromSeconds(2);
    private static readonly Problem TooMany = Problem.Conflict(
        "services.too_many", $"This project, or the house, has {MostServices} services already: deregister those that are gone, see GET /api/v1/resources/services?status=unhealthy.");

    private static readonly Problem Busy = Problem.Conflict("services.busy", "Somebody else registers this service right now: send it again.");

    /// <param name="Name">Of the service; its instances share it.</param>
    /// <param name="ServiceType">app, database, cache, queue or gateway.</param>
    /// <param name="Host">Name or address, without port. A private one is taken from admins only, or when ALICERCE_EGRESS_ALLOW lists it.</param>
    /// <param name="Protocol">http, https, tcp or grpc; left out, tcp for databases, caches and queues, else http.</param>
    /// <param name="HealthEndpoint">A path for http and https (/health), the name of a service for grpc, nothing for tcp.</param>
    /// <param name="HealthInterval">Seconds between two looks.</param>
    /// <param name="HeartbeatTtl">Seconds after a heartbeat in which the service is not looked at; left out for one that sends none.</param>
    /// <param name="ProjectId">Whose it is; left out for one of the house.</param>
    /// <param name="DependsOn">Names of services that it cannot work without.</param>
    /// <param name="Metadata">What the team wants to keep with it; metrics_path and domain are read by the documents for Prometheus and Traefik.</param>
    public sealed record Input(
        [property: RegularExpression(ServiceRules.NamePattern), MinLength(1), MaxLength(ServiceRules.LongestName)] string Name,
        [property: MinLength(1), MaxLength(ServiceRules.LongestHost)] string Host,
        [property: Range(1, 65_535)] int Port,
        [property: RegularExpression(ServiceRules.TypePattern)] string ServiceType = ServiceRules.App,
        [property: RegularExpression(ServiceRules.ProtocolPattern)] string? Protocol = null,
        [property: MaxLength(ServiceRules.LongestEndpoint)] string? HealthEndpoint = null,
        [property: Range(ServiceRules.ShortestInterval, ServiceRules.LongestInterval)] int HealthInterval = 30,
        [property: Range(ServiceRules.ShortestInterval, ServiceRules.LongestInterval)] int? HeartbeatTtl = null,
        int? ProjectId = null, int? EnvironmentId = null,
        [property: MaxLength(ServiceRules.MostDependencies)] string[]? DependsOn = null,
        JsonObject? Metadata = null);

    /// <summary>The service, and what speaks against it although it is registered.</summary>
    public sealed record Response : ServiceView
    {
        public Response(ServiceView service, IReadOnlyList<string> warnings)
            : base(service) => Warnings = warnings;

        public IReadOnlyList<string> Warnings { get; }
    }

    public async Task<Result<Response>> HandleAsync(Input input, HttpContext http, CancellationToken ct)
    {
        var protocol = input.Protocol ?? ServiceRules.UsualProtocol(input.ServiceType);
        var validation = new Validation().CheckName(input.Name).CheckOneOf(input.ServiceType, "service_type", ServiceRules.Types).CheckOneOf(protocol, "protocol", ServiceRules.Protocols)
            .CheckAddress(input.Host, input.Port).CheckEndpoint(input.HealthEndpoint, protocol).CheckSeconds(input.HealthInterval, "health_interval")
            .CheckSeconds(input.HeartbeatTtl, "heartbeat_ttl").CheckDependencies(input.Name, input.DependsOn ?? []).CheckMetadata(input.Metadata, out var metadata);
        if (validation.Problem is { } problem) return problem;
        var owner = new Owner(input.ProjectId, input.EnvironmentId);
        if (await owner.CheckAsync(http, AccessRole.Developer, ct) is { } denied) return denied;
        var host = EgressRule.NormaliseHost(input.Host)!;
        var byAdmin = await owner.CheckAsync(http, AccessRole.Admin, ct) is null;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var known = await db.Services.SingleOrDefaultAsync(
                s => s.Name == input.Name && s.ProjectId == input.ProjectId && s.EnvironmentId == input.EnvironmentId && s.Host == host && s.Port == input.Port, ct);
            var isApproved = byAdmin || (known is { IsApproved: true } && known.Protocol == protocol && known.HealthEndpoint == EndpointOf(input, protocol));
            if (await RefusalAsync(host, input.Port, isApproved, ct) is { } refusal) return Problem.Invalid("host", "address_closed", $"{refusal}{ApprovedOtherwise(known)}");
            var service = known ?? new RegisteredService { Name = input.Name, ServiceType = "", Host = host, Port = input.Port, Protocol = "", ProjectId = input.ProjectId, EnvironmentId = input.EnvironmentId };
            if (known is null && await db.Services.CountAsync(s => s.ProjectId == input.ProjectId, ct) >= MostServices) return TooMany;
            if (known is null) db.Services.Add(service);
            Fill(service, input, protocol, metadata, isApproved);
            if (await TrySaveAsync(owner, ct)) return new Response(ServiceView.Of(service), await WarningsAsync(service, ct));
            db.ChangeTracker.Clear();
        }

        return Busy;
    }

    private void Fill(RegisteredService service, Input input, string protocol, string metadata, bool isApproved)
    {
        service.ServiceType = input.ServiceType;
        service.Protocol = protocol;
        service.HealthEndpoint = EndpointOf(input, protocol);
        service.HealthInterval = input.HealthInterval;
        service.HeartbeatTtl = input.HeartbeatTtl;
        service.DependsOn = input.DependsOn ?? [];
        // The database writes it in its own way, which is no change.
        if (!JsonNode.DeepEquals(JsonNode.Parse(service.MetadataJson), JsonNode.Parse(metadata))) service.MetadataJson = metadata;
        service.IsApproved = isApproved;
        // What is new or another is looked at at once, so that it is not "unknown" for longer than needed (T004-24).
        if (db.Entry(service).State is EntityState.Added or EntityState.Modified) service.NextHealthCheck = clock.GetUtcNow();
    }

    private static string? EndpointOf(Input input, string protocol) => input.HealthEndpoint ?? ServiceRules.UsualEndpoint(protocol);

    /// <summary>An approval is for what the admin saw: another path or protocol at a private address is another question.</summary>
    private static string? ApprovedOtherwise(RegisteredService? known) => known is { IsApproved: true }
        ? $" An admin approved {ServiceAddress.Text(known.Protocol, known.Host, known.Port, known.HealthEndpoint)} and nothing else there: ask an admin to register it anew, or send it as it was."
        : null;

    private async Task<IReadOnlyList<string>> WarningsAsync(RegisteredService service, CancellationToken ct)
    {
        var instances = await db.Services.AsNoTracking()
            .Where(s => s.Name == service.Name && s.ProjectId == service.ProjectId && s.EnvironmentId == service.EnvironmentId && s.Host == service.Host).ToListAsync(ct);
        return (await disagreements.FindAsync(instances, ct)).ConvertAll(one => $"{one with { RegisteredPort = service.Port }}");
    }

    /// <returns>False when somebody else registered the same at the same time.</returns>
    private async Task<bool> TrySaveAsync(Owner owner, CancellationToken ct)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await ServiceDirectory.AnnounceAsync((NpgsqlTransaction)transaction.GetDbTransaction(), [owner.ProjectId], ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }

        await directory.ForgetAsync([owner.ProjectId], ct);
        return true;
    }

    /// <summary>Why nobody may ever look at that address; one that is not known yet, or not now, may be registered.</summary>
    private async Task<string?> RefusalAsync(string host, int port, bool isApproved, CancellationToken ct)
    {
        var policy = await egress.PolicyAsync(ct);
        var guard = new ConnectGuard(isApproved ? ServiceEgress.With(policy, host, port) : policy, options.Connections with { ResolveTimeout = s_lookUp });
        try
        {
            await guard.ResolveAsync(host, port, ct);
            return null;
        }
        catch (EgressRefusedException e)
        {
            return e.Message;
        }
        catch (Exception e) when (e is SocketException or TimeoutException)
        {
            return null;
        }
    }
}
