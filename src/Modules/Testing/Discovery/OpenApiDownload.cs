using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Alicerce.Engine.Discovery;
using Alicerce.Outbound;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web.Answers;

namespace Alicerce.Modules.Testing.Discovery;

/// <summary>
/// Fetches an OpenAPI document and the files beside it that it refers to, all from one origin, through the egress guard. Number, size and
/// time are bounded.
/// </summary>
internal sealed partial class OpenApiDownload(ProjectEgress egress)
{
    private const int MostFiles = 100;
    private const int LargestFile = 16 * 1024 * 1024;
    private const long MostBytes = 32L * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

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
        var main = await FetchAsync(client, url, ct);
        var folder = new Uri(url, ".");
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { [NameOf(url, main)] = main };
        var waiting = new Queue<(Uri From, byte[] Content)>([(url, main)]);
        long bytes = main.Length;
        while (waiting.TryDequeue(out var next))
        {
            foreach (var reference in ReferencesIn(next.Content))
            {
                if (!Uri.TryCreate(next.From, reference, out var target) || !folder.IsBaseOf(target) || Uri.Compare(target, folder, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0) continue;
                var path = Uri.UnescapeDataString(folder.MakeRelativeUri(target).OriginalString);
                if (target == url || files.ContainsKey(path) || path.Contains("..", StringComparison.Ordinal)) continue;
                if (files.Count == MostFiles) throw new DownloadException($"The document refers to more than {MostFiles} files.");
                var content = await FetchAsync(client, target, ct);
                if ((bytes += content.Length) > MostBytes) throw new DownloadException($"The document and what it refers to have more than {MostBytes:N0} bytes.");
                files.Add(path, content);
                waiting.Enqueue((target, content));
            }
        }

        return new FetchedFiles([.. files.Select(file => new ProjectFile(file.Key, file.Value.Length, null, () => file.Value))]);
    }

    private static async Task<byte[]> FetchAsync(HttpClient client, Uri url, CancellationToken ct)
    {
        using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, ct);
        if (response.StatusCode != HttpStatusCode.OK)
            throw new DownloadException($"{url.GetLeftPart(UriPartial.Path)} answered {(int)response.StatusCode}, not 200{(response.Headers.Location is not null ? ": give the address that it redirects to" : "")}.");
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var body = await BoundedBody.ReadAsync(stream, LargestFile, ct);
        if (body.Truncated) throw new DownloadException($"{url.GetLeftPart(UriPartial.Path)} has more than {LargestFile:N0} bytes.");
        return body.Bytes.ToArray();
    }

    /// <summary>The file's own name; for an address without one, a name that tells JSON from YAML.</summary>
    private static string NameOf(Uri url, byte[] content)
    {
        var name = Uri.UnescapeDataString(url.Segments[^1]).Trim('/');
        if (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)) return name;
        return content.AsSpan().TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'{', ..] ? "openapi.json" : "openapi.yaml";
    }

    private static IEnumerable<string> ReferencesIn(byte[] content) =>
        Reference().Matches(Encoding.UTF8.GetString(content)).Select(match => match.Groups["file"].Value).Distinct(StringComparer.Ordinal).Take(MostFiles * 10);

    private static Problem Refused(string message) => Problem.Invalid("openapi_url", "openapi_unreachable", message);

    [GeneratedRegex("""\$ref["']?\s*:\s*["']?(?<file>[^"'#\s{}]+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    private sealed class DownloadException(string message) : Exception(message);

    private sealed class FetchedFiles(IReadOnlyList<ProjectFile> files) : IProjectSource
    {
        public ProjectFiles List(CancellationToken cancellationToken) => new(files, []);
    }
}
