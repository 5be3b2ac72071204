using Alicerce.Modules.Testing.Runs;
using Alicerce.Outbound;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web;

namespace Alicerce.Modules.Testing;

/// <summary>
/// Where this module connects to for a project (D10): what the settings allow and what an admin registered, never Alicerce itself. The one
/// exception is our own HTTP, for what an environment marked for self-test stands for.
/// </summary>
internal sealed class ProjectEgress(EgressPolicy settings, OwnHttp own)
{
    /// <summary>For the cases of a run.</summary>
    public async Task<EgressPolicy> ForRunAsync(EnvironmentFacts environment, Uri baseUrl, CancellationToken ct) =>
        await PolicyAsync([EntryOf(baseUrl), .. environment.ApprovedHosts], environment.IsSelfTest, ct);

    /// <summary>For the queries of a run.</summary>
    public async Task<EgressPolicy> ForDatasourcesAsync(IEnumerable<DatasourceFacts> datasources, CancellationToken ct) =>
        await PolicyAsync(datasources.Select(EntryOf), isSelfTest: false, ct);

    /// <summary>For a document that a scan fetches.</summary>
    /// <param name="environments">Of the project.</param>
    public async Task<EgressPolicy> ForDownloadAsync(Uri url, IReadOnlyList<EnvironmentFacts> environments, CancellationToken ct)
    {
        var registered = environments.Select(e => (Environment: e, Url: RunTarget.BaseUrlOf(e, out _))).Where(e => e.Url is not null).ToList();
        var isSelfTest = registered.Exists(e => e.Environment.IsSelfTest && EntryOf(e.Url!) == EntryOf(url));
        return await PolicyAsync(registered.SelectMany(e => (string[])[EntryOf(e.Url!), .. e.Environment.ApprovedHosts]), isSelfTest, ct);
    }

    /// <summary>Whether secrets of the environment may be sent to that address (D20).</summary>
    public static bool IsApproved(EnvironmentFacts environment, Uri url) => environment.ApprovedHosts.Any(host => EgressRule.HostOf(host)?.Names(url) == true);

    /// <summary>Whether secrets of the environment may be sent to that datasource, as arguments of queries that anybody writes.</summary>
    public static bool IsApproved(EnvironmentFacts environment, DatasourceFacts datasource) => IsApproved(environment, new Uri($"tcp://{EntryOf(datasource)}"));

    /// <summary>How its host is written in a list of hosts.</summary>
    public static string EntryOf(DatasourceFacts datasource) => Entry(datasource.Host, datasource.Port);

    private async Task<EgressPolicy> PolicyAsync(IEnumerable<string> registered, bool isSelfTest, CancellationToken ct) => settings with
    {
        Allowed = [.. settings.Allowed, .. registered],
        OwnHttp = isSelfTest ? [] : await own.EndpointsAsync(ct),
    };

    private static string EntryOf(Uri url) => Entry(url.IdnHost, url.Port);

    private static string Entry(string host, int port) => host.Contains(':', StringComparison.Ordinal) && host[0] != '[' ? $"[{host}]:{port}" : $"{host}:{port}";
}
