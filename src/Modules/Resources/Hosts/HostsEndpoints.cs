using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alicerce.Modules.Resources.Hosts;

/// <summary>The doors of host aliases, which admins of the house change: they decide about the ports of every project.</summary>
internal static class HostsEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var hosts = api.MapGroup("/resources/hosts").WithTags("Ports").AcrossProjects();
        hosts.MapGet("/", ([AsParameters] PageQuery pages, ManageHosts slice, CancellationToken ct) => slice.ListAsync(pages, ct)).WithSummary("List the other names of hosts");
        hosts.MapPut("/{alias}", (string alias, ManageHosts.Input input, ManageHosts slice, CancellationToken ct) => slice.SetAsync(alias, input, ct))
            .WithSummary("Say that two names are one machine")
            .WithDescription("`PUT /resources/hosts/10.10.1.40` with `{\"host\": \"forge\"}`: from now on both share one set of ports. What the alias holds moves to the host; ports that collide are refused.")
            .ProducesErrors(403, 409).RequireAuthorization(Policies.HouseAdmin);
        hosts.MapDelete("/{alias}", (string alias, ManageHosts slice, CancellationToken ct) => slice.DeleteAsync(alias, ct))
            .WithSummary("Forget another name of a host; its ports stay with the host").ProducesErrors(403).RequireAuthorization(Policies.HouseAdmin);
    }
}
