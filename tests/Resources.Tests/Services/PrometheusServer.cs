using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Resources.Tests.Services;

/// <summary>A real Prometheus on loopback that discovers its targets from a document of ours.</summary>
internal sealed class PrometheusServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TempFolder _folder;
    private readonly HttpClient _client;

    private PrometheusServer(Process process, TempFolder folder, Uri url) => (_process, _folder, _client) = (process, folder, new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = url });

    public static PrometheusServer Start(Uri document, string token)
    {
        Requires.Program("prometheus");
        var folder = new TempFolder();
        var config = Path.Combine(folder.Path, "prometheus.yml");
        File.WriteAllText(config, $"""
            global: {"{ scrape_interval: 1s }"}
            scrape_configs:
              - job_name: alicerce
                http_sd_configs:
                  - url: {document}
                    refresh_interval: 1s
                    authorization: {"{ type: Bearer, credentials: \"" + token + "\" }"}
            """);
        var port = FreePort();
        var process = Process.Start(new ProcessStartInfo("prometheus")
        {
            ArgumentList =
            {
                $"--config.file={config}", $"--storage.tsdb.path={Path.Combine(folder.Path, "data")}", string.Create(CultureInfo.InvariantCulture, $"--web.listen-address=127.0.0.1:{port}"),
                "--log.level=error",
            },
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        process.BeginErrorReadLine();
        return new PrometheusServer(process, folder, new Uri($"http://127.0.0.1:{port}"));
    }

    /// <summary>The active targets; none while it is not there yet.</summary>
    public async Task<IReadOnlyList<JsonElement>> TargetsAsync(CancellationToken ct)
    {
        try
        {
            return [.. (await _client.GetFromJsonAsync<JsonElement>("/api/v1/targets?state=active", ct)).GetProperty("data").GetProperty("activeTargets").EnumerateArray()];
        }
        catch (HttpRequestException)
        {
            return [];
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
