using System.ComponentModel.DataAnnotations;
using Alicerce.Modules.Resources.Hosts;
using Alicerce.Modules.Resources.Ports.Compose;
using Alicerce.Modules.Resources.Requests;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Alicerce.Platform.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Alicerce.Modules.Resources.Ports;

/// <summary>The doors of ports (S004-API-01…05, -12…14). Whose a port is stands in bodies and queries, so each slice asks <see cref="Owner"/>.</summary>
internal static class PortsEndpoints
{
    private const string AsYouLike = " Send JSON, a form, or query parameters.";

    public static void Map(IEndpointRouteBuilder api)
    {
        var ports = api.MapGroup("/resources/ports").WithTags("Ports").AcrossProjects();
        MapReading(ports);
        MapHolding(ports);
        MapRanges(ports.MapGroup("/ranges"));
        HostsEndpoints.Map(api);
    }

    private static void MapReading(RouteGroupBuilder ports)
    {
        ports.MapGet("/", ([AsParameters] FindPorts.Query query, [AsParameters] PageQuery pages, HttpContext http, FindPorts slice, CancellationToken ct) => slice.ListAsync(query, pages, http, ct))
            .WithSummary("List who holds which port, by host and port")
            .WithDescription("The house's ports and those of the caller's projects. `include_released=true` shows history as well, with `latest=true` only what is free again, each port once; a host's other names are understood.")
            .ProducesErrors(403, 404).Describes(new QueryDescription("status", FindPorts.Statuses), new QueryDescription("port_type") { Pattern = PortRules.TypeName, Example = "app" }, new QueryDescription("host") { Example = "forge" });
        ports.MapGet("/hosts", ([AsParameters] PageQuery pages, HttpContext http, FindPorts slice, CancellationToken ct) => slice.HostsAsync(pages, http, ct))
            .WithSummary("List the hosts that ports are kept for").WithDescription("Those of the ports that the caller may see, released ones included.");
        ports.MapGet("/check/{port:int}", ([Range(1, 65_535)] int port, string? host, HttpContext http, CheckPort slice, CancellationToken ct) => slice.HandleAsync(port, host, http, ct))
            .WithSummary("Could this port be had, and if not, who has it?")
            .WithDescription("`host` is localhost, the server's own machine, when left out: only there the operating system is asked too. What it says is advice; the list of ports decides.")
            .Describes(new QueryDescription("host") { Example = "forge" });
        ports.MapGet("/services/{service_name}", ([FromRoute(Name = "service_name")] string serviceName, string? host, HttpContext http, FindPorts slice, CancellationToken ct) => slice.OfServiceAsync(serviceName, host, http, ct))
            .WithSummary("The port of a service on a host").Describes(new QueryDescription("host") { Example = "forge" });
        ports.MapGet("/history/{port:int}", ([Range(1, 65_535)] int port, string? host, [AsParameters] PageQuery pages, HttpContext http, FindPorts slice, CancellationToken ct) => slice.HistoryAsync(port, host, pages, http, ct))
            .WithSummary("Who held a port of a host, the newest first").Describes(new QueryDescription("host") { Example = "forge" });
        ports.MapGet("/drift", (string? host, HttpContext http, PortDrift slice, CancellationToken ct) => slice.HandleAsync(host, http, ct))
            .WithSummary("Where the list of ports and the server's machine disagree")
            .WithDescription("Ports that are allocated while nothing listens there, and ports that something listens on while nobody was given them: only localhost can be looked at. `disagreements` are services of all hosts that are registered at another port than the list says.")
            .ProducesErrors(403).Describes(new QueryDescription("host", [HostNames.ThisMachine]));
    }

    private static void MapHolding(RouteGroupBuilder ports)
    {
        ports.MapPost("/allocate", (SentFields<AllocatePort.Input> body, HttpContext http, AllocatePort slice, CancellationToken ct) => slice.HandleAsync(body.Value, http, ct))
            .Accepts<AllocatePort.Input>("application/json", "application/x-www-form-urlencoded")
            .WithExample("""{"service_name": "myapp", "port_type": "app", "host": "forge"}""")
            .WithSummary("Give a service a port")
            .WithDescription("The same service on the same host gets the same port again; else the preferred port, else the first free one of the type's range." + AsYouLike)
            .ProducesErrors(403, 404, 409);
        ports.MapPost("/release", (SentFields<ReleasePort.Input> body, HttpContext http, ReleasePort slice, CancellationToken ct) => slice.HandleAsync(body.Value, http, ct))
            .Accepts<ReleasePort.Input>("application/json", "application/x-www-form-urlencoded")
            .WithExample("""{"service_name": "myapp", "host": "forge"}""")
            .WithSummary("Give a port back")
            .WithDescription("By `service_name`, or by `port` for a reservation that is for nobody, with `bind_address` where several hold it. History stays." + AsYouLike)
            .ProducesErrors(403, 404);
        ports.MapPost("/reserve", (SentFields<ReservePort.Input> body, HttpContext http, ReservePort slice, CancellationToken ct) => slice.HandleAsync(body.Value, http, ct))
            .Accepts<ReservePort.Input>("application/json", "application/x-www-form-urlencoded")
            .WithExample("""{"port": 80, "host": "forge", "reason": "production-only"}""")
            .WithSummary("Keep a port from being given")
            .WithDescription("For a service, which then gets it, or for nobody yet; until `reserved_until`, or until it is released. Host `*` keeps it on every host. It may lie outside of all ranges." + AsYouLike)
            .ProducesErrors(403, 404, 409);
        ports.MapPost("/import", (ImportCompose.Input input, HttpContext http, ImportCompose slice, CancellationToken ct) => slice.HandleAsync(input, http, ct))
            .WithExample("""{"compose": "services:\n  web:\n    ports: ['8080:80']\n", "host": "forge", "preview": true}""")
            .WithSummary("Take over the ports of a compose file")
            .WithDescription("Every published TCP port becomes an allocation, in `preview` nothing is stored. Ports that others hold are left out and named.")
            .ProducesErrors(403, 404);
    }

    private static void MapRanges(RouteGroupBuilder ranges)
    {
        ranges.MapGet("/", (string? host, ManageRanges slice, CancellationToken ct) => slice.ListAsync(host, ct))
            .WithSummary("List the ranges of port types, and how full they are").Describes(new QueryDescription("host") { Example = "forge" });
        ranges.MapPut("/{name}", (string name, ManageRanges.Input input, ManageRanges slice, CancellationToken ct) => slice.SetAsync(name, input, ct))
            .WithExample("""{"start": 8000, "end": 8999, "host": "forge"}""")
            .WithSummary("Set the range of a port type, for all hosts or for one")
            .WithDescription("A host's own range goes before the one of all hosts. Ranges that count for the same host do not overlap. Ports that were given stay given.")
            .ProducesErrors(403, 409).RequireAuthorization(Policies.HouseAdmin);
        ranges.MapDelete("/{name}", (string name, string? host, ManageRanges slice, CancellationToken ct) => slice.DeleteAsync(name, host, ct))
            .WithSummary("Delete a range, such as a host's own").ProducesErrors(403, 409)
            .Describes(new QueryDescription("host") { Required = true, Example = "forge" }).RequireAuthorization(Policies.HouseAdmin);
    }
}
