using Alicerce.Platform.Projects;
using Alicerce.Platform.Web.Answers;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>Where a run in an environment goes (S004-RUN-08, ADR 0012): <c>base_url</c>, else the host of <c>docker_host</c> with the environment's port.</summary>
internal static class RunTarget
{
    /// <returns>Null and the problem when the environment does not say where it is.</returns>
    public static Uri? BaseUrlOf(EnvironmentFacts environment, out Problem? problem)
    {
        problem = null;
        if (environment.BaseUrl is { Length: > 0 } text)
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out var given) && given.Scheme is "http" or "https") return given;
            problem = Problem.Invalid("environment_id", "base_url_invalid", $"The base_url of environment {environment.Name} is no http address.");
            return null;
        }

        if (environment.Port is not { } port)
        {
            problem = Problem.Invalid("environment_id", "environment_without_address", $"Environment {environment.Name} has neither a base_url nor a port: give it one of them.");
            return null;
        }

        if (HostOf(environment.DockerHost) is { } host && Uri.TryCreate($"http://{host}:{port}", UriKind.Absolute, out var url)) return url;
        problem = Problem.Invalid(
            "environment_id", "docker_host_invalid",
            $"The docker_host of environment {environment.Name} names no host that can be reached over HTTP (write ssh://user@host or tcp://host), or set its base_url.");
        return null;
    }

    /// <summary>The bare host: without scheme, user, port and path (T004-52). None is <c>localhost</c>; a socket has no host.</summary>
    internal static string? HostOf(string? dockerHost)
    {
        if (string.IsNullOrWhiteSpace(dockerHost)) return "localhost";
        var text = dockerHost.Trim();
        if (!text.Contains("://", StringComparison.Ordinal)) text = $"tcp://{text}";
        if (text.StartsWith("unix:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("npipe:", StringComparison.OrdinalIgnoreCase)) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && Uri.CheckHostName(uri.DnsSafeHost) != UriHostNameType.Unknown ? uri.Host : null;
    }
}
