using Alicerce.Outbound;
using Alicerce.Platform.Web;

namespace Alicerce.Modules.Resources.Services;

/// <summary>How the address of a service is written.</summary>
internal static class ServiceAddress
{
    /// <summary>As people read it: <c>http://10.10.1.40:8080/health</c>, <c>tcp://10.10.1.40:5432</c> (S004-UI-07).</summary>
    public static string Text(string protocol, string host, int port, string? endpoint) =>
        $"{protocol}://{Entry(host, port)}{(protocol is ServiceRules.Http or ServiceRules.Https ? endpoint : endpoint is null ? "" : $"/{endpoint}")}";

    public static Uri Http(string protocol, string host, int port, string? endpoint) =>
        new($"{(protocol == ServiceRules.Https ? "https" : "http")}://{Entry(host, port)}{endpoint}");

    /// <summary>As in a list of allowed hosts.</summary>
    public static string Entry(string host, int port) => $"{EgressRule.Bracketed(host)}:{port}";
}

/// <summary>
/// Where looks at services may go (D10): what the settings allow, for a service that an admin registered its own host and port too, and never
/// Alicerce itself.
/// </summary>
internal sealed class ServiceEgress(EgressPolicy settings, OwnHttp own)
{
    public async Task<EgressPolicy> PolicyAsync(CancellationToken ct) => settings with { OwnHttp = await own.EndpointsAsync(ct) };

    public static EgressPolicy With(EgressPolicy policy, string host, int port) => policy with { Allowed = [.. policy.Allowed, ServiceAddress.Entry(host, port)] };
}
