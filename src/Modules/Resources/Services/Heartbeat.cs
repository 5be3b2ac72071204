using System.ComponentModel.DataAnnotations;
using Alicerce.Modules.Resources.Services.Health;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Resources.Services;

/// <summary>A service says that it lives. Until its <c>heartbeat_ttl</c> is over it is not looked at; after that it is looked at as any other.</summary>
internal sealed class Heartbeat(ResourcesDb db, HealthStore store, TimeProvider clock)
{
    private static readonly Problem NotRegistered = Problem.NotFound("services.not_registered", "There is no such service here: register it first, with heartbeat_ttl.");
    private static readonly Problem NoTtl = Problem.Conflict("services.no_heartbeat", "This service was registered without heartbeat_ttl: register it again with one, such as 60.");

    public sealed record Input(
        [property: RegularExpression(ServiceRules.NamePattern), MinLength(1), MaxLength(ServiceRules.LongestName)] string Name,
        [property: MinLength(1), MaxLength(ServiceRules.LongestHost)] string Host, [property: Range(1, 65_535)] int Port, int? ProjectId = null, int? EnvironmentId = null);

    /// <param name="NextBefore">Then the next heartbeat is to have come.</param>
    public sealed record Outcome(bool Success, string Service, DateTimeOffset NextBefore);

    public async Task<Result<Outcome>> HandleAsync(Input input, HttpContext http, CancellationToken ct)
    {
        if (new Validation().CheckName(input.Name).CheckAddress(input.Host, input.Port).Problem is { } problem) return problem;
        if (await new Owner(input.ProjectId, input.EnvironmentId).CheckAsync(http, AccessRole.Developer, ct) is { } denied) return denied;
        var host = Outbound.EgressRule.NormaliseHost(input.Host);
        var found = db.Services.Where(
            s => s.Name == input.Name && s.ProjectId == input.ProjectId && s.EnvironmentId == input.EnvironmentId && s.Host == host && s.Port == input.Port);
        if (await found.Select(s => new { s.Id, s.HeartbeatTtl }).SingleOrDefaultAsync(ct) is not { } service) return NotRegistered;
        if (service.HeartbeatTtl is not { } ttl) return NoTtl;
        var now = clock.GetUtcNow();
        var next = now.AddSeconds(ttl);
        await found.ExecuteUpdateAsync(set => set.SetProperty(s => s.LastHeartbeat, now).SetProperty(s => s.NextHealthCheck, next), ct);
        await store.WriteAsync([new Look(service.Id, now, Succeeded: true, Slow: false, LatencyMs: null, Error: null)], ct);
        return new Outcome(true, input.Name, next);
    }
}
