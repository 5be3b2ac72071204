using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Alicerce.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Server.Tests.Starting;

/// <summary>The same program twice over one database, as <c>make up-roles</c> starts it.</summary>
public sealed class TwoProcessesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string DatabaseFile => Path.Combine(_folder["data"], "database.env");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_started_on_core_is_executed_by_the_worker_whose_facts_core_tells_its_readers()
    {
        await using var target = await StartTargetAsync();
        await using var postgres = ServerProcess.Start(new Dictionary<string, string> { ["ALICERCE_DATA"] = _folder["data"] }, "postgres");
        await Eventually.BecomesTrueAsync(() => File.Exists(DatabaseFile), "the address of the database is written", Ct);
        File.GetUnixFileMode(DatabaseFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await using var core = ServerProcess.Start(SettingsOf("core", jobs: 0));
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = await core.ReadyAsync(Ct) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(Path.Combine(_folder["data"], "admin.token"), Ct)).Trim());
        using var changes = await client.GetAsync("/api/v1/changes", HttpCompletionOption.ResponseHeadersRead, Ct);
        var run = await StartRunAsync(client, target.Urls.First());
        (await StatusOfAsync(client, run)).ShouldBe("running", "nobody who works is there");

        await using var worker = ServerProcess.Start(SettingsOf("worker", jobs: 4));
        await worker.ReadyAsync(Ct);
        await Eventually.BecomesTrueAsync(async () => await StatusOfAsync(client, run) == "passed", "the worker has executed the run", Ct);
        (await FirstOfAsync(changes, "test.run.finished")).ShouldBe($"{run}");
    }

    private Dictionary<string, string> SettingsOf(string role, int jobs)
    {
        var settings = File.ReadLines(DatabaseFile).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim('\''));
        settings["ALICERCE_DATA"] = _folder["data"];
        settings["ALICERCE_ROLES"] = role;
        settings["ALICERCE_URLS"] = "http://127.0.0.1:0";
        settings["ALICERCE_JOBS"] = $"{jobs}";
        return settings;
    }

    private static async Task<WebApplication> StartTargetAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.UseRouting();
        app.MapGet("/", () => "here");
        await app.StartAsync(Ct);
        return app;
    }

    private static async Task<int> StartRunAsync(HttpClient client, string target)
    {
        var project = await PostAsync(client, "/api/v1/projects", new { name = "shop" }, "id");
        await PostAsync(client, $"/api/v1/projects/{project}/environments", new { name = "local", base_url = target }, "id");
        var suite = await PostAsync(client, $"/api/v1/projects/{project}/test-suites", new { name = "one" }, "id");
        await PostAsync(client, $"/api/v1/test-suites/{suite}/cases", new { name = "answers", target = "/", expected = new { status = 200 } }, "id");
        return await PostAsync(client, $"/api/v1/test-suites/{suite}/run", new { }, "run_id");
    }

    private static async Task<int> PostAsync(HttpClient client, string address, object body, string number)
    {
        using var response = await client.PostAsJsonAsync(address, body, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonElement.Parse(text).GetProperty("data").GetProperty(number).GetInt32();
    }

    private static async Task<string?> StatusOfAsync(HttpClient client, int run) =>
        (await client.GetFromJsonAsync<JsonElement>($"/api/v1/test-runs/{run}", Ct)).GetProperty("data").GetProperty("status").GetString();

    private static async Task<string?> FirstOfAsync(HttpResponseMessage changes, string type)
    {
        await foreach (var item in SseParser.Create(await changes.Content.ReadAsStreamAsync(Ct)).EnumerateAsync(Ct))
        {
            if (item.EventType != "change") continue;
            var change = JsonElement.Parse(item.Data);
            if (change.GetProperty("type").GetString() == type) return change.GetProperty("subject_id").GetString();
        }

        return null;
    }
}
