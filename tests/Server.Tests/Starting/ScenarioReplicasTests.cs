using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Server.Tests.Starting;

/// <summary>Two servers over one catalogue, of which one is killed again and again.</summary>
public sealed class ScenarioReplicasTests : IDisposable
{
    private const int Rounds = 4;
    private readonly TempFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string DatabaseFile => Path.Combine(_folder["data"], "database.env");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_a_killed_server_had_acknowledged_is_found_by_the_other_and_by_its_successor()
    {
        await using var postgres = ServerProcess.Start(new Dictionary<string, string> { ["ALICERCE_DATA"] = _folder["data"] }, "postgres");
        await Eventually.BecomesTrueAsync(() => File.Exists(DatabaseFile), "the address of the database is written", Ct);
        await using var lasting = ServerProcess.Start(Settings());
        using var reader = await ClientAsync(lasting);
        var known = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            await using var killed = ServerProcess.Start(Settings());
            using var writer = await ClientAsync(killed);
            await FindsAsync(writer, known);
            var writing = WriteAsync(writer, round, known);
            await Eventually.BecomesTrueAsync(() => { lock (known) return known.Count > (round + 1) * 5; }, "some scenarios are written", Ct);
            killed.Signal("KILL");
            await writing;
            await FindsAsync(reader, known);
        }
    }

    /// <summary>Until the server is gone.</summary>
    private static async Task WriteAsync(HttpClient client, int round, List<string> known)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                var title = $"Cenário {round} número {i} {Guid.NewGuid():N}";
                using var response = await client.PostAsJsonAsync("/scenarios", new { title }, Ct);
                if (response.IsSuccessStatusCode) lock (known) known.Add(title);
            }
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
    }

    private static async Task FindsAsync(HttpClient client, List<string> titles)
    {
        foreach (var title in titles)
        {
            await Eventually.BecomesTrueAsync(
                async () => (await client.GetFromJsonAsync<JsonElement>($"/suggest?mode=vector&k=1&query={Uri.EscapeDataString(title)}", Ct)).GetProperty("results").EnumerateArray()
                    .Any(hit => hit.GetProperty("title").GetString() == title && hit.GetProperty("similarity").GetDouble() > 0.999),
                $"'{title}' is found",
                Ct);
        }
    }

    private async Task<HttpClient> ClientAsync(ServerProcess server)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = await server.ReadyAsync(Ct) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(Path.Combine(_folder["data"], "admin.token"), Ct)).Trim());
        return client;
    }

    private Dictionary<string, string> Settings()
    {
        var settings = File.ReadLines(DatabaseFile).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim('\''));
        settings["ALICERCE_DATA"] = _folder["data"];
        settings["ALICERCE_ROLES"] = "core";
        settings["ALICERCE_URLS"] = "http://127.0.0.1:0";
        settings["ALICERCE_LIMIT_USER"] = "100000";
        return settings;
    }
}
