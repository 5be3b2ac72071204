using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Modules.Testing;
using Alicerce.Modules.Testing.Rows;
using Alicerce.Platform.Data;
using Alicerce.Platform.Web;
using Alicerce.Server.Tests.Starting;
using Npgsql;
using static Alicerce.Testing.Tests.Runs.RunsFixture;

namespace Alicerce.Testing.Tests.Runs;

/// <summary><c>kill -9</c> in mid-run: the run completes after a new start, no result is lost or doubled, nothing unsafe is sent twice.</summary>
public sealed class KilledWorkerTests
{
    private const int Gets = 40;
    private const int Posts = 20;
    private const int KillAfter = 20;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Trait("Trap", "T004-54")]
    public async Task A_killed_run_goes_on_and_every_case_ends_exactly_once()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("ALICERCE_KILL_ROUNDS") ?? "2", CultureInfo.InvariantCulture);
        await using var database = await TestCluster.CreateDatabaseAsync([PlatformDb.ForMigrations, TestingDb.ForMigrations], Ct);
        using var data = new TempFolder();
        for (var round = 0; round < rounds; round++) await RoundAsync(database, data);
    }

    private static async Task RoundAsync(TestDatabase database, TempFolder data)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isKilled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = 0;
        var held = new ConcurrentBag<string>();
        await using var target = await Target.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref seen) >= KillAfter) enough.TrySetResult();
            await Task.Delay(20, context.RequestAborted);
            if (seen < KillAfter || isKilled.Task.IsCompleted) return;
            if (context.Request.Method == "GET" && held.IsEmpty) return; // Twelve pages at once would leave no place for the unsafe case that is waited for.
            held.Add($"{context.Request.Method} {context.Request.Path}"); // Under way at the kill: no answer before it.
            await isKilled.Task;
        });

        int runId;
        await using (var server = ServerProcess.Start(SettingsOf(database, data)))
        {
            runId = await StartRunAsync(await server.ReadyAsync(Ct), data, database, target);
            await enough.Task.WaitAsync(TimeSpan.FromSeconds(60), Ct);
            await Eventually.BecomesTrueAsync(() => held.Any(request => request.StartsWith("POST", StringComparison.Ordinal)), "an unsafe case is under way", Ct);
            server.Signal("KILL");
            await server.ExitAsync(Ct);
            isKilled.SetResult();
        }

        // The lease would end by itself after 30 s.
        await ExecuteAsync(database, "UPDATE platform.jobs SET lease_until = now() - interval '1 second' WHERE state = 'running'");
        await using (var server = ServerProcess.Start(SettingsOf(database, data)))
        {
            await server.ReadyAsync(Ct);
            await Eventually.BecomesTrueAsync(async () => await ScalarAsync(database, $"SELECT count(*) FROM testing.test_runs WHERE id = {runId} AND status <> 'running'") == 1, "the run ends", Ct);
        }

        await CheckAsync(database, runId, target, held);
    }

    private static async Task CheckAsync(TestDatabase database, int runId, Target target, ConcurrentBag<string> held)
    {
        var results = $"testing.test_results t JOIN testing.test_cases c ON c.id = t.test_case_id WHERE t.run_id = {runId} AND t.is_final";
        (await ScalarAsync(database, $"SELECT count(*) FROM {results}")).ShouldBe(Gets + Posts);
        (await ScalarAsync(database, $"SELECT count(DISTINCT c.id) FROM {results}")).ShouldBe(Gets + Posts);
        (await ScalarAsync(database, $"SELECT passed + failed + skipped + errors FROM testing.test_runs WHERE id = {runId}")).ShouldBe(Gets + Posts);
        (await ScalarAsync(database, $"SELECT count(*) FROM {results} AND t.status = 'error' AND t.reason = 'interrupted' AND NOT c.idempotent"))
            .ShouldBeGreaterThanOrEqualTo(held.Count(request => request.StartsWith("POST", StringComparison.Ordinal)));
        (await ScalarAsync(database, $"SELECT count(*) FROM {results} AND t.status <> 'passed' AND c.idempotent")).ShouldBe(0);
        target.Requests.Where(r => r.Method == "POST").GroupBy(r => r.Path).ShouldAllBe(sent => sent.Count() == 1);
    }

    private static async Task<int> StartRunAsync(Uri url, TempFolder data, TestDatabase database, Target target)
    {
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(data["admin.token"], Ct)).Trim());
        var project = (await PostAsync(client, "/api/v1/projects", new { Name = $"p{Guid.NewGuid():N}" })).GetProperty("id").GetInt32();
        await PostAsync(client, $"/api/v1/projects/{project}/environments", new { Name = "local", BaseUrl = target.Url.ToString() });
        var suite = (await PostAsync(client, $"/api/v1/projects/{project}/test-suites", new { Name = "kill" })).GetProperty("id").GetInt32();
        await AddGetsAsync(database, suite);
        await ImportPostsAsync(client, suite);
        return (await PostAsync(client, $"/api/v1/test-suites/{suite}/run", new { Parallel = 6, Shards = 2 })).GetProperty("run_id").GetInt32();
    }

    private static async Task AddGetsAsync(TestDatabase database, int suite)
    {
        await using var connection = new NpgsqlConnection(database.Address.AppConnectionString);
        await using var db = new TestingDb(ModuleSchema.Options<TestingDb>(TestingDb.SchemaName, connection), TimeProvider.System);
        for (var i = 0; i < Gets; i++) db.Cases.Add((Get($"/pages/{i}") with { Order = 2 * i }).ToRow(suite, null));
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>Written by hand, without a word on what may be sent twice.</summary>
    private static async Task ImportPostsAsync(HttpClient client, int suite)
    {
        var file = string.Concat(Enumerable.Range(0, Posts).Select(i => $"  - {{key: post {i}, name: POST {i}, order: {(4 * i) + 1}, request: POST /orders/{i}}}\n"));
        using var content = new StringContent($"cases:\n{file}", Encoding.UTF8, "application/yaml");
        using var response = await client.PostAsync($"/api/v1/test-suites/{suite}/import", content, Ct);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync(Ct));
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object body)
    {
        using var response = await client.PostAsJsonAsync(path, body, ApiJson.Options, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonElement.Parse(text).GetProperty("data");
    }

    private static Dictionary<string, string> SettingsOf(TestDatabase database, TempFolder data) => new()
    {
        ["ALICERCE_DATA"] = data.Path,
        ["ALICERCE_URLS"] = "http://127.0.0.1:0",
        ["DATABASE_URL"] = UrlOf(database.Address.AppConnectionString),
        ["DATABASE_OWNER_URL"] = UrlOf(database.Address.OwnerConnectionString),
    };

    private static string UrlOf(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return $"postgres://{settings.Username}@{settings.Host}:{settings.Port}/{settings.Database}";
    }

    private static async Task<long> ScalarAsync(TestDatabase database, string sql)
    {
        await using var command = database.Source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(Ct), CultureInfo.InvariantCulture);
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var command = database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
