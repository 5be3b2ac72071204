using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Alicerce.Outbound;
using Alicerce.Platform.Web.Answers;

namespace Alicerce.Modules.Resources.Services;

/// <summary>What names, addresses and other fields of a service may look like: they end up in configs of other programs, so there is no room for surprises.</summary>
internal static partial class ServiceRules
{
    public const string Http = "http";
    public const string Https = "https";
    public const string Tcp = "tcp";
    public const string Grpc = "grpc";
    public const string App = "app";
    public const string Gateway = "gateway";

    // The attributes of the inputs repeat these for the API's description; what decides is the check here.
    public const string NamePattern = "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$";
    public const string TypePattern = "^(app|database|cache|queue|gateway)$";
    public const string ProtocolPattern = "^(http|https|tcp|grpc)$";
    public const int LongestName = 100;

    /// <summary>What the DNS can ask for.</summary>
    public const int LongestHost = 253;
    public const int LongestEndpoint = 255;
    public const int ShortestInterval = 5;
    public const int LongestInterval = 86_400;
    public const int MostDependencies = 50;
    private const int LargestMetadata = 16 * 1024;

    public static readonly string[] Types = [App, "database", "cache", "queue", Gateway];
    public static readonly string[] Protocols = [Http, Https, Tcp, Grpc];

    /// <summary>What a service of that type speaks when nobody says: nothing is to be asked of a database over HTTP (T004-23).</summary>
    public static string UsualProtocol(string type) => type is "database" or "cache" or "queue" ? Tcp : Http;

    public static string? UsualEndpoint(string protocol) => protocol is Http or Https ? "/health" : null;

    public static bool IsName(string name) => name.Length <= LongestName && Name().IsMatch(name);

    public static bool IsPath(string path) => path.Length <= LongestEndpoint && Path().IsMatch(path);

    public static Validation CheckName(this Validation validation, string name, string field = "name") =>
        validation.Check(IsName(name), field, "not_a_name", $"{field} has 1 to {LongestName} letters, digits, dots, hyphens and underscores, and begins and ends with a letter or digit.");

    public static Validation CheckOneOf(this Validation validation, string? value, string field, string[] words) =>
        validation.Check(value is null || words.Contains(value), field, "unknown", $"{field} is one of {string.Join(", ", words)}.");

    public static Validation CheckAddress(this Validation validation, string host, int port) => validation
        .Check(host.Length <= LongestHost && EgressRule.HostOf(host) is { Port: null }, "host", "not_a_host", "host is a host name or an IP address, without scheme and port.")
        .Check(port is >= 1 and <= 65_535, "port", "out_of_range", "port is a number from 1 to 65535.");

    public static Validation CheckEndpoint(this Validation validation, string? endpoint, string protocol) => protocol switch
    {
        Tcp => validation.Check(endpoint is null, "health_endpoint", "not_for_tcp", "tcp asks only whether the port accepts connections: leave health_endpoint out."),
        Grpc => validation.Check(
            endpoint is null || (endpoint.Length <= LongestEndpoint && GrpcService().IsMatch(endpoint)), "health_endpoint", "not_a_service",
            "health_endpoint is the name of a gRPC service, like 'shop.v1.Orders'; left out, the server as a whole is asked."),
        _ => validation.Check(
            endpoint is null || IsPath(endpoint), "health_endpoint", "not_a_path",
            "health_endpoint is a path like '/health', without query and fragment."),
    };

    public static Validation CheckSeconds(this Validation validation, int? seconds, string field) =>
        validation.Check(
            seconds is null or (>= ShortestInterval and <= LongestInterval), field, "out_of_range", $"{field} is a number of seconds from {ShortestInterval} to {LongestInterval}.");

    public static Validation CheckDependencies(this Validation validation, string name, string[] dependsOn)
    {
        validation.Check(dependsOn.Length <= MostDependencies, "depends_on", "too_many", $"A service depends on at most {MostDependencies} others.");
        validation.Check(!dependsOn.Contains(name, StringComparer.Ordinal), "depends_on", "itself", "A service does not depend on itself: leave its own name out of depends_on.");
        for (var i = 0; i < Math.Min(dependsOn.Length, MostDependencies); i++) validation.CheckName(dependsOn[i] ?? "", $"depends_on[{i}]");
        return validation;
    }

    /// <param name="written">As it is stored.</param>
    public static Validation CheckMetadata(this Validation validation, JsonObject? metadata, out string written)
    {
        written = metadata?.ToJsonString() ?? "{}";
        return validation
            .Check(written.Length <= LargestMetadata, "metadata", "too_large", $"metadata has at most {LargestMetadata / 1024} KiB as JSON.")
            // PostgreSQL keeps neither; both only ever stand for text that was broken on its way.
            .Check(!Unstorable().IsMatch(written), "metadata", "not_text", "metadata holds a NUL or half a character: send text.");
    }

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex(@"^/([A-Za-z0-9._~%+-]+(/[A-Za-z0-9._~%+-]+)*/?)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Path();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex GrpcService();

    [GeneratedRegex(@"\\u0000|\\u[dD][89a-fA-F]", RegexOptions.NonBacktracking)]
    private static partial Regex Unstorable();
}
