using System.Net;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Discovery.OpenApi;
using Alicerce.Outbound;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web.Answers;

namespace Alicerce.Modules.Testing.Discovery;

/// <summary>
/// Fetches an OpenAPI document and the files that it refers to, all from one origin, through the egress guard. Number, size, depth and time
/// are bounded.
/// </summary>
internal sealed class OpenApiDownload(ProjectEgress egress)
{
    private const int MostFiles = 100;
    private const int LargestFile = 16 * 1024 * 1024;
    private const long MostBytes = 32L * 1024 * 1024;
    private const int Deepest = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string TooMuch = $"at most {MostFiles} files and {MostBytes:N0} bytes are fetched for a document";

    /// <param name="environments">Of the project: an admin registered their addresses, so they may be reached (D10).</param>
    public async Task<(IProjectSource? Source, Problem? Problem)> FetchAsync(Uri url, IReadOnlyList<EnvironmentFacts> environments, CancellationToken ct)
    {
        using var client = OutboundHttp.CreateClient(new ConnectGuard(await egress.ForDownloadAsync(url, environments, ct)), Patience);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            return (await FetchAllAsync(client, url, limit.Token), null);
        }
        catch (DownloadException e)
        {
            return (null, Refused(e.Message));
        }
        catch (HttpRequestException e)
        {
            return (null, Refused(EgressRefusedException.FindIn(e)?.Message ?? $"{url.Authority} cannot be reached."));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (null, Refused($"{url.Authority} did not answer within {Patience.TotalSeconds:0} seconds."));
        }
    }

    private static async Task<IProjectSource> FetchAllAsync(HttpClient client, Uri url, CancellationToken ct)
    {
        var content = await FetchAsync(client, url, LargestFile, ct);
        var main = new SourceFile(NameOf(url, content), content, ModifiedAt: null, url);
        var beside = new SortedDictionary<string, ProjectFile>(StringComparer.Ordinal);
        var left = MostBytes - content.Length;
        var layer = new List<SourceFile> { main };
        for (var depth = 0; depth < Deepest && layer.Count > 0; depth++)
        {
            var next = new List<SourceFile>();
            foreach (var name in layer.SelectMany(file => RemoteReference.NamesIn(main, file, ct)).Where(name => name != main.Path && !beside.ContainsKey(name)).Distinct().ToList())
            {
                var address = RemoteReference.AddressOf(main, name)!;
                var (fetched, why) = beside.Count < MostFiles ? await FetchBesideAsync(client, address, left, ct) : (null, TooMuch);
                beside.Add(name, fetched is null ? new ProjectFile(name, 0, null, () => throw new IOException(why)) : new ProjectFile(name, fetched.Length, null, () => fetched, address));
                if (fetched is null) continue;
                left -= fetched.Length;
                next.Add(new SourceFile(name, fetched, ModifiedAt: null, address));
            }

            layer = next;
        }

        return new FetchedFiles(new ProjectFile(main.Path, content.Length, null, () => content, url), [.. beside.Values]);
    }

    /// <summary>A file that cannot be had costs a finding where it is referred to, never the scan.</summary>
    private static async Task<(byte[]? Content, string? Why)> FetchBesideAsync(HttpClient client, Uri address, long left, CancellationToken ct)
    {
        try
        {
            return (await FetchAsync(client, address, (int)Math.Min(LargestFile, left), ct), null);
        }
        catch (Exception e) when (e is DownloadException or HttpRequestException or IOException)
        {
            return (null, e is DownloadException ? e.Message : EgressRefusedException.FindIn(e)?.Message ?? $"{address.Authority} cannot be reached");
        }
        catch (OperationCanceledException)
        {
            return (null, $"{address.Authority} did not answer within {Patience.TotalSeconds:0} seconds");
        }
    }

    private static async Task<byte[]> FetchAsync(HttpClient client, Uri url, int most, CancellationToken ct)
    {
        using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, ct);
        if (response.StatusCode != HttpStatusCode.OK)
            throw new DownloadException($"{url.GetLeftPart(UriPartial.Path)} answered {(int)response.StatusCode}, not 200{(response.Headers.Location is not null ? ": give the address that it redirects to" : "")}.");
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var body = await BoundedBody.ReadAsync(stream, most, ct);
        if (body.Truncated) throw new DownloadException(most < LargestFile ? TooMuch : $"{url.GetLeftPart(UriPartial.Path)} has more than {LargestFile:N0} bytes.");
        return body.Bytes.ToArray();
    }

    /// <summary>The file's own name; for an address without one, a name that tells JSON from YAML.</summary>
    private static string NameOf(Uri url, byte[] content)
    {
        var name = Uri.UnescapeDataString(url.Segments[^1]).Trim('/');
        if (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)) return name;
        return content.AsSpan().TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'{', ..] ? "openapi.json" : "openapi.yaml";
    }

    private static Problem Refused(string message) => Problem.Invalid("openapi_url", "openapi_unreachable", message);

    private sealed class DownloadException(string message) : Exception(message);

    private sealed class FetchedFiles(ProjectFile main, IReadOnlyList<ProjectFile> beside) : IProjectSource
    {
        public ProjectFiles List(CancellationToken cancellationToken) => new([main], []) { LookedUp = beside };
    }
}
