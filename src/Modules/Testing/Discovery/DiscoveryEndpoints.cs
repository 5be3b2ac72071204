using Alicerce.Platform.Audit;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Alicerce.Platform.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Alicerce.Modules.Testing.Discovery;

/// <summary>The doors of discovery (S004-DISC-11, S004-API-18).</summary>
internal static class DiscoveryEndpoints
{
    /// <summary>An archive at its limit and the rest of the form.</summary>
    private const long LargestUpload = 52L * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        var components = api.MapGroup("/projects/{projectId:int}/components").WithTags("Discovery").InProject("projectId", id => Unknown.Project((int)id));
        components.MapPost("/scan", ScanProject.HandleAsync)
            .WithMetadata(new RequestSizeLimitAttribute(LargestUpload))
            .Accepts<ScanBody>(isOptional: true, "application/json", "multipart/form-data")
            .NotAudited("A scan reads; what it found says when it was found, and from where.")
            .WithSummary("Scan a project")
            .WithDescription(
                "Finds components, findings and API documents and brings the stored ones in line. Send one of: multipart/form-data with the field `archive` (.zip or .tar.gz) and, "
                + "if wanted, `config` (the text of alicerce.yaml); JSON such as `{\"path\": \"/srv/projects/shop\"}` (a folder under ALICERCE_SCAN_ROOTS) or "
                + "`{\"openapi_url\": \"https://shop.example/openapi.json\"}`; or no body, which scans the last source again. Also reachable as POST /projects/{id}/components/scan, "
                + "answered without the envelope.")
            .ProducesErrors(404, 413, 415);
        components.MapGet("/", ReadComponents.ListAsync).WithSummary("List components, by path").WithDescription("`type` is page, layout, partial or api; `q` looks into path and name.").ProducesErrors(404)
            .Describes(new QueryDescription("type", ReadComponents.ComponentTypes));
        components.MapGet("/stats", ReadComponents.StatsAsync).WithSummary("Totals of a project's components").ProducesErrors(404);
        components.MapGet("/{componentId:int}", ReadComponents.GetAsync).WithSummary("Read a component").ProducesErrors(404);
        api.MapGet("/projects/{projectId:int}/findings", ReadComponents.FindingsAsync).InProject("projectId", id => Unknown.Project((int)id)).WithTags("Discovery").WithSummary("List findings, by file and line")
            .WithDescription("`code` takes a whole code or its first part, such as `declared_not_enforced`; `confirmed` tells what the last run saw.").ProducesErrors(404)
            .Describes(new QueryDescription("severity", ReadComponents.Severities));
    }
}
