using System.Text.Json.Nodes;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>The path part of the first declared server: what every route starts with.</summary>
internal static class ServerPaths
{
    /// <returns>With a leading and without a trailing slash; empty for the root.</returns>
    public static string BasePath(params ReadOnlySpan<JsonNode?> owners)
    {
        foreach (var owner in owners)
        {
            if (owner.List("servers") is [{ } server, ..])
                return PathOf(Filled(server));
        }
        return "";
    }

    private static string Filled(JsonNode server)
    {
        var url = server.Text("url") ?? "";
        foreach (var (name, variable) in server.Map("variables") ?? [])
        {
            if (variable.Member("default").Scalar() is { } value && name.Length > 0)
                url = url.Replace($"{{{name}}}", value);
        }
        return url;
    }

    private static string PathOf(string url)
    {
        var mark = url.IndexOf("//", StringComparison.Ordinal);
        // Everything after the host; a host may hold a variable without a value, so this is no work for Uri.
        var path = mark < 0 ? url : url.IndexOf('/', mark + 2) is var slash and >= 0 ? url[slash..] : "";
        path = path.Split('?', '#')[0].TrimEnd('/');
        while (path.StartsWith("./", StringComparison.Ordinal))
            path = path[2..];
        return path.Length == 0 || path == "." ? "" : path.StartsWith('/') ? path : "/" + path;
    }
}
