using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Alicerce.Demo;

namespace Alicerce.Bench;

/// <summary>A server that answers <c>GET /suggest?query=…</c> about the benchmark's titles, in one process of its own.</summary>
internal sealed class SuggestServer : IAsyncDisposable
{
    private static readonly TimeSpan SearchableWithin = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly string _log;
    private readonly string _token;
    private readonly HttpClient _client;

    private SuggestServer(int port, string log, string token, Process process)
    {
        (_process, _log, _token) = (process, log, token);
        Address = $"http://127.0.0.1:{port}";
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(Address) };
        if (token.Length > 0) _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public string Address { get; }

    /// <summary>Resident memory of the process, now.</summary>
    public double ResidentMegabytes =>
        double.Parse(File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))[6..^2].Trim(), CultureInfo.InvariantCulture) / 1024;

    /// <summary>The reference, as one process: searches in its threads were as fast as in one process a core.</summary>
    /// <param name="place">Takes its log.</param>
    /// <param name="titlesFile">One title a line.</param>
    /// <param name="isGathering">One search for all queries that wait.</param>
    public static async Task<SuggestServer> StartReferenceAsync(Workplace place, string titlesFile, bool isGathering)
    {
        var port = Workplace.FreePort();
        var log = Path.Combine(place.Folder, $"reference-{port}.log");
        var process = Start(
            log,
            ["/usr/bin/python3", "-m", "uvicorn", "app:app", "--app-dir", Path.Combine(Workplace.Root, "bench", "competitors", "suggest"), "--port", $"{port}", "--no-access-log", "--log-level", "warning"],
            new() { ["TITLES"] = titlesFile, ["GATHER"] = isGathering ? "1" : "0", ["OPENBLAS_NUM_THREADS"] = "1", ["PYTHONDONTWRITEBYTECODE"] = "1" });
        var server = new SuggestServer(port, log, "", process);
        await server.WaitAsync("it loads its titles", () => server.AnswersAsync("/health"));
        return server;
    }

    /// <summary>Our server as it ships, with its private database, every title imported.</summary>
    public static async Task<SuggestServer> StartOursAsync(Workplace place, IReadOnlyList<string> titles)
    {
        var port = Workplace.FreePort();
        var folder = Path.Combine(place.Folder, "server");
        var log = Path.Combine(place.Folder, "server.log");
        var process = Start(
            log,
            ["dotnet", Checkout.Assembly("Alicerce.Server", "alicerce-server")],
            new() { ["ALICERCE_DATA"] = folder, ["ALICERCE_URLS"] = $"http://127.0.0.1:{port}", ["ALICERCE_LIMIT_USER"] = "10000000" });
        var token = (await File.ReadAllTextAsync(await ApiBench.FileAsync(Path.Combine(folder, "admin.token")))).Trim();
        var server = new SuggestServer(port, log, token, process);
        await server.WaitAsync("it starts", () => server.AnswersAsync("/health"));
        await server.ImportAsync(titles);
        await server.WaitAsync("every title can be found", () => server.HoldsAsync(titles.Count));
        return server;
    }

    public Task<Wrk> RunAsync(string paths, int seconds) => Wrk.RunAsync(Address, paths, seconds, _token);

    /// <summary>A title asked for has to be among the five.</summary>
    public async Task DemandAsync(string title)
    {
        var answer = JsonElement.Parse(await _client.GetStringAsync($"/suggest?query={Uri.EscapeDataString(title)}"));
        var results = answer.GetProperty("results");
        if (results.GetArrayLength() != 5 || !results.EnumerateArray().Any(result => result.GetProperty("title").GetString() == title && result.GetProperty("similarity").GetDouble() > 0.999))
            throw new InvalidOperationException($"{Address} does not find '{title}': {answer}");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (!_process.HasExited) Process.Start("kill", ["-TERM", $"{_process.Id}"]).WaitForExit();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Start(string log, string[] command, Dictionary<string, string> environment)
    {
        // The shell gives its place to the program: what is measured is the program alone, and its log goes through nobody's hands.
        var start = new ProcessStartInfo("/bin/sh", ["-c", """log=$0; exec "$@" >"$log" 2>&1""", log, .. command]);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private async Task ImportAsync(IReadOnlyList<string> titles)
    {
        foreach (var part in titles.Chunk(10_000))
        {
            var lines = string.Concat(part.Select(title => JsonSerializer.Serialize(new { title }) + "\n"));
            using var content = new StringContent(lines, Encoding.UTF8, "application/x-ndjson");
            using var response = await _client.PostAsync("/api/v1/scenarios/import", content);
            if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"the import answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }
    }

    private async Task<bool> HoldsAsync(int vectors)
    {
        var index = JsonElement.Parse(await _client.GetStringAsync("/api/v1/scenarios/index")).GetProperty("data");
        return index.GetProperty("state").GetString() == "ready" && index.GetProperty("vectors").GetInt32() == vectors;
    }

    private async Task<bool> AnswersAsync(string path)
    {
        try
        {
            using var response = await _client.GetAsync(path);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task WaitAsync(string what, Func<Task<bool>> isSo)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < SearchableWithin; await Task.Delay(50))
        {
            if (_process.HasExited) throw new InvalidOperationException($"{Address} ended: {await File.ReadAllTextAsync(_log)}");
            if (await isSo()) return;
        }

        throw new TimeoutException($"{Address} did not come so far that {what}");
    }
}
