using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Faults;

public sealed class FullDiskTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_full_disk_under_the_log_costs_the_log_and_nothing_else()
    {
        Requires.File("/dev/full");
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        using var server = Start(url);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = url };
        try
        {
            await Eventually.BecomesTrueAsync(async () => await AnswersAsync(client), "the server answers", Ct);
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(Path.Combine(_folder["data"], "admin.token"), Ct)).Trim());
            for (var i = 0; i < 100; i++)
            {
                using var created = await client.PostAsJsonAsync("/api/v1/projects", new { name = $"p{i}" }, Ct);
                created.StatusCode.ShouldBe(HttpStatusCode.Created);
                using var missing = await client.GetAsync("/nowhere", Ct);
                missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            }
        }
        finally
        {
            Process.Start("kill", ["-TERM", $"{server.Id}"]).WaitForExit();
            await server.WaitForExitAsync(CancellationToken.None);
        }

        server.ExitCode.ShouldBe(0);
    }

    private Process Start(Uri url)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "alicerce-server.dll");
        var start = new ProcessStartInfo("bash", ["-c", "exec dotnet \"$1\" >/dev/full", "alicerce", program]) { UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ALICERCE_", StringComparison.Ordinal) || name.StartsWith("DATABASE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        (start.Environment["ALICERCE_DATA"], start.Environment["ALICERCE_URLS"]) = (_folder["data"], url.AbsoluteUri);
        if (Environment.GetEnvironmentVariable("ALICERCE_PG_BIN") is { } binaries) start.Environment["ALICERCE_PG_BIN"] = binaries;
        return Process.Start(start)!;
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var health = await client.GetAsync("/health", Ct);
            return health.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
