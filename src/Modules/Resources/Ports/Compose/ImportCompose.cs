using Alicerce.Modules.Resources.Hosts;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Alicerce.Modules.Resources.Ports.Compose;

/// <summary>Takes over the ports that a compose file publishes, each exactly as it is there: the file may be running already.</summary>
internal sealed class ImportCompose(ResourcesDb db, NpgsqlDataSource source, PortAllocator allocator, PortHolders holders, HostBook hosts, IProjects projects, AuditLog audit)
{
    private const int LongestFile = 512 * 1024;

    /// <param name="Compose">The text of the file.</param>
    /// <param name="Host">Where it runs.</param>
    /// <param name="Preview">Stores nothing.</param>
    public sealed record Input(string Compose, string Host = HostNames.ThisMachine, int? ProjectId = null, int? EnvironmentId = null, bool Preview = false);

    /// <param name="Outcome"><c>new</c>, <c>known</c> (it had this port already) or <c>conflict</c>.</param>
    /// <param name="Message">Why it was left out.</param>
    /// <param name="PartOf">The service whose further port it is.</param>
    public sealed record Entry(string ServiceName, int Port, string PortType, string BindAddress, int Line, string Outcome, string? Message, int ContainerPort, string? Image, string? PartOf);

    public sealed record Response(bool Success, bool Preview, string Host, IReadOnlyList<Entry> Ports, IReadOnlyList<PassedOver> PassedOver);

    public async Task<Result<Response>> HandleAsync(Input input, HttpContext http, CancellationToken ct)
    {
        var validation = new Validation().ReadHost(input.Host, allowEvery: false, out var given)
            .Check(input.Compose.Length is > 0 and <= LongestFile, "compose", "too_long", $"compose is the text of a compose file, of at most {LongestFile} characters.");
        if (validation.Problem is { } invalid) return invalid;
        var owner = new Owner(input.ProjectId, input.EnvironmentId);
        if (await owner.CheckAsync(http, AccessRole.Developer, ct) is { } refused) return refused;
        var file = ComposeReader.Read(input.Compose);
        if (file.Mistakes.Count > 0) return Problem.Invalid([.. file.Mistakes.Take(20).Select(mistake => new ErrorDetail("compose", "not_understood", mistake))]);

        audit.IsAccountedFor(); // What is new is written by the allocator; a file that changes nothing leaves no row.
        var host = await hosts.ResolveAsync(given, ct);
        var spans = PortSpan.For(host, await db.Ranges.AsNoTracking().ToListAsync(ct));
        var project = owner.ProjectId is { } id ? (await projects.FindAsync(id, ct))?.Name : null;
        var entries = new List<Entry>();
        foreach (var (port, name, partOf) in Named(file.Ports, project)) entries.Add(await TakeAsync(port, name, partOf, host, owner, spans, input.Preview, http, ct));
        return new Response(true, input.Preview, host, entries, file.PassedOver);
    }

    /// <summary>A service has one port under its name; further ones carry the container's port as well, or where that is not enough the host's.</summary>
    private static IEnumerable<(PublishedPort Port, string Name, string? PartOf)> Named(IReadOnlyList<PublishedPort> ports, string? project)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var port in ports)
        {
            var name = project is null ? port.Service : $"{project}-{port.Service}";
            var own = new[] { name, $"{name}-{port.Target}", $"{name}-{port.Port}", $"{name}-{port.Port}-{port.Target}" }.FirstOrDefault(taken.Add) ?? name;
            yield return (port, own, own == name ? null : name);
        }
    }

    private async Task<Entry> TakeAsync(PublishedPort port, string name, string? partOf, string host, Owner owner, IReadOnlyList<PortSpan> spans, bool preview, HttpContext http, CancellationToken ct)
    {
        var type = spans.FirstOrDefault(span => span.Holds(port.Port))?.Name ?? PortRules.Custom;
        var validation = new Validation().CheckService(name).ReadBindAddress(port.Address, out var address);
        var entry = new Entry(name, port.Port, type, address, port.Line, "new", null, port.Target, port.Image, partOf);
        if (validation.Problem is { } invalid) return entry with { Outcome = "conflict", Message = invalid.Details[0].Message };
        var wish = new PortWish(name, host, owner) { Type = type, BindAddress = address, Preferred = port.Port, Exactly = true, AskTheSystem = false, Container = new ContainerFacts(port.Target, port.Image, partOf) };
        var answer = preview ? await LookAsync(wish, ct) : await allocator.TakeAsync(wish, ct);
        return answer is null ? entry : await AnswerAsync(answer, wish, entry, http, ct);
    }

    /// <summary>What would come of it now; null when it would be new.</summary>
    private async Task<PortAnswer?> LookAsync(PortWish wish, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var (had, onPort, _) = await PortStore.LookAsync(transaction, wish, wish.Host, ct);
        if (had is not null) return had.Owner == wish.Owner ? new PortAnswer.Given(had, IsNew: false) : new PortAnswer.ServiceIsTaken(had);
        return onPort is null ? null : new PortAnswer.PortIsTaken(wish.Host, onPort.Port, onPort, null);
    }

    private async Task<Entry> AnswerAsync(PortAnswer answer, PortWish wish, Entry entry, HttpContext http, CancellationToken ct)
    {
        switch (answer)
        {
            case PortAnswer.Given given when given.Held.Port == entry.Port:
                return given.IsNew ? entry : entry with { Outcome = "known" };
            case PortAnswer.Given given:
                return Conflict($"'{wish.Service}' has port {given.Held.Port} here: release it first, or write {given.Held.Port} into the file.");
            case PortAnswer.ServiceIsTaken taken:
                return Conflict($"A service of this name belongs to {(await holders.DescribeAsync(taken.By, http.SignedInCaller(), ct)).Text}.");
            case PortAnswer.PortIsTaken { By: { } by }:
                return Conflict($"Port {entry.Port} is {by.Status} by {(await holders.DescribeAsync(by, http.SignedInCaller(), ct)).Text}.");
            default:
                return Conflict($"Port {entry.Port} could not be taken.");
        }

        Entry Conflict(string message) => entry with { Outcome = "conflict", Message = message };
    }
}
