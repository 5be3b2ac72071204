using System.Globalization;
using System.Text.Json;
using Alicerce.Modules.Resources.Rows;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Modules.Resources.Services;

/// <summary>
/// The services that speak HTTP, as <c>http_sd_configs</c> of Prometheus reads them: never in an envelope. What is unhealthy stays in, because whoever
/// watches wants to see that it is down.
/// </summary>
internal static class PrometheusDocument
{
    private const string UsualPath = "/metrics";

    public sealed record Group(string[] Targets, Dictionary<string, string> Labels);

    public static async Task<IResult> HandleAsync([AsParameters] VisibleServices.Filter filter, HttpContext http, ResourcesDb db, CancellationToken ct)
    {
        var found = await VisibleServices.ReadAsync(db, http, filter, AccessRole.Viewer, ct);
        if (!found.IsSuccess) return new ProblemAnswer(found.Problem!);
        return Results.Json(found.Value.Where(s => s.Row.Protocol is ServiceRules.Http or ServiceRules.Https).Select(s => GroupOf(s.Row)).ToList(), BareJson.Options);
    }

    private static Group GroupOf(RegisteredService service) => new([ServiceAddress.Entry(service.Host, service.Port)], LabelsOf(service));

    private static Dictionary<string, string> LabelsOf(RegisteredService service)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["__scheme__"] = service.Protocol,
            ["__metrics_path__"] = PathOf(service) ?? UsualPath,
            ["service"] = service.Name,
            ["service_type"] = service.ServiceType,
        };
        if (service.ProjectId is { } project) labels["project_id"] = project.ToString(CultureInfo.InvariantCulture);
        if (service.EnvironmentId is { } environment) labels["environment_id"] = environment.ToString(CultureInfo.InvariantCulture);
        return labels;
    }

    private static string? PathOf(RegisteredService service)
    {
        using var metadata = JsonDocument.Parse(service.MetadataJson);
        return metadata.RootElement.TryGetProperty("metrics_path", out var path) && path.ValueKind == JsonValueKind.String && ServiceRules.IsPath(path.GetString()!) ? path.GetString() : null;
    }
}
