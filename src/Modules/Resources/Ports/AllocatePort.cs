using Alicerce.Modules.Resources.Hosts;
using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>Gives a service a port on a host, the same one whenever it asks again (S004-API-02).</summary>
internal sealed class AllocatePort(PortAllocator allocator, PortHolders holders, AuditLog audit)
{
    /// <param name="ServiceName">For whom; unique on a host.</param>
    /// <param name="PortType">Names the range; <c>custom</c> has none and needs <paramref name="PreferredPort"/>.</param>
    /// <param name="PreferredPort">Is tried first.</param>
    /// <param name="BindAddress">When the service listens on one address only.</param>
    public sealed record Input(
        string ServiceName, string PortType = "app", string Host = HostNames.ThisMachine, int? ProjectId = null, int? EnvironmentId = null, int? PreferredPort = null,
        string BindAddress = PortAllocation.Every);

    /// <param name="Host">The name under which the host's ports are kept: aliases are resolved.</param>
    /// <param name="IsNew">False when the service had it already.</param>
    public sealed record Response(
        bool Success, int Port, string Service, string Host, int Id, string PortType, string BindAddress, int? ProjectId, int? EnvironmentId, bool IsNew, IReadOnlyList<string> Warnings);

    public async Task<Result<Response>> HandleAsync(Input input, HttpContext http, CancellationToken ct)
    {
        var validation = new Validation().CheckService(input.ServiceName).CheckType(input.PortType).CheckPort(input.PreferredPort, "preferred_port")
            .ReadHost(input.Host, allowEvery: false, out var host).ReadBindAddress(input.BindAddress, out var address)
            .Check(input.PortType != PortRules.Custom || input.PreferredPort is not null, "preferred_port", "required", "The type 'custom' has no range: say with preferred_port which port it is.");
        if (validation.Problem is { } invalid) return invalid;
        var owner = new Owner(input.ProjectId, input.EnvironmentId);
        if (await owner.CheckAsync(http, AccessRole.Developer, ct) is { } refused) return refused;

        var wish = new PortWish(input.ServiceName, host, owner) { Type = input.PortType, BindAddress = address, Preferred = input.PreferredPort };
        var answer = await allocator.TakeAsync(wish, ct);
        if (answer is not PortAnswer.Given given) return await ProblemOfAsync(answer, wish, http, ct);
        if (!given.IsNew) audit.IsAccountedFor();
        return ResponseOf(given, input);
    }

    private static Response ResponseOf(PortAnswer.Given given, Input input)
    {
        var held = given.Held;
        List<string> warnings = [.. WellKnownPorts.WarningsFor(held.Port, held.Service)];
        if (input.PreferredPort is { } preferred && preferred != held.Port)
            warnings.Add(given.IsNew ? $"{preferred} was not free." : $"The service has {held.Port} already, so {preferred} was not looked at: release it first to get another.");
        if (!given.IsNew && held.Type != input.PortType) warnings.Add($"It was allocated as {held.Type}, not as {input.PortType}.");
        if (!given.IsNew && held.BindAddress != input.BindAddress && input.BindAddress != PortAllocation.Every) warnings.Add($"It is for the address {held.BindAddress}.");
        return new Response(true, held.Port, held.Service!, held.Host, held.Id, held.Type, held.BindAddress, held.Owner.ProjectId, held.Owner.EnvironmentId, given.IsNew, warnings);
    }

    private async Task<Problem> ProblemOfAsync(PortAnswer answer, PortWish wish, HttpContext http, CancellationToken ct) => answer switch
    {
        PortAnswer.ServiceIsTaken taken => PortProblems.ServiceTaken(wish.Service, taken.By, await holders.DescribeAsync(taken.By, http.SignedInCaller(), ct)),
        PortAnswer.PortIsTaken taken => PortProblems.PortTaken(
            taken.Host, taken.Port, taken.By is null ? null : await holders.DescribeAsync(taken.By, http.SignedInCaller(), ct), taken.NextFree),
        PortAnswer.InAnotherRange other => PortProblems.InAnotherRange(other.Port, other.Range, wish.Type),
        PortAnswer.NoSuchType unknown => PortProblems.NoSuchType(unknown.Known),
        PortAnswer.Exhausted exhausted => PortProblems.Exhausted(wish.Type, exhausted.Host),
        _ => PortProblems.OwnerIsGone,
    };
}
