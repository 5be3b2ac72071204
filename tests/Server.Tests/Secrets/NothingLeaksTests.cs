using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Server.Tests.Starting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Server.Tests.Secrets;

/// <summary>
/// Secrets are set, rotated, read, refused, imported, used by a run against a target that throws them back, and reported: then all that is at rest, that was logged
/// and that was answered to others is searched for their values (D9, D20).
/// </summary>
public sealed class NothingLeaksTests : IAsyncLifetime
{
    private const string Secrets = "/api/v1/resources/secrets";
    private static readonly string[] s_values = ["Fjord/with \"quotes\" & spaces+ümlaut", "Kestrel-9f3a77c1d2e4", "Obelisk%20in=a file'", "Marmot<rotated>0001"];

    private readonly TempFolder _folder = new();
    private readonly StringBuilder _answers = new();
    private TestDatabase _database = null!;
    private WebApplication _target = null!;
    private HttpClient _client = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestCluster.CreateDatabaseAsync([], Ct);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _target = builder.Build();
        _target.Run(async context =>
        {
            // Everything that came comes back, in the ways in which applications do that.
            var key = context.Request.Headers["X-Key"].ToString();
            context.Response.Headers["X-Echo"] = Uri.EscapeDataString(key);
            context.Response.Cookies.Append("seen", Convert.ToBase64String(Encoding.UTF8.GetBytes(key)));
            await context.Response.WriteAsync($"{key} {Uri.EscapeDataString(key)} {Convert.ToBase64String(Encoding.UTF8.GetBytes(key))} {JsonSerializer.Serialize(key)}", context.RequestAborted);
        });
        await _target.StartAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await _target.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task No_value_is_in_the_database_the_logs_the_reports_the_metrics_or_anybody_elses_answer()
    {
        await using var server = ServerProcess.Start(new Dictionary<string, string>
        {
            ["ALICERCE_DATA"] = _folder["data"],
            ["ALICERCE_URLS"] = "http://127.0.0.1:0",
            ["DATABASE_URL"] = TestServer.UrlOf(_database.Address.AppConnectionString),
            ["DATABASE_OWNER_URL"] = TestServer.UrlOf(_database.Address.OwnerConnectionString),
            ["LOG_LEVEL"] = "DEBUG",
        });
        _client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = await server.ReadyAsync(Ct) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(_folder["data/admin.token"], Ct)).Trim());

        var (project, environment) = await ProjectAsync();
        await LiveWithSecretsAsync(project, environment);
        await MakeMistakesAsync(project);
        await ReportAsync(await RunAsync(project));
        foreach (var path in new[] { "/metrics", "/api/v1/audit?limit=100", "/api/v1/alerts", $"{Secrets}?project_id={project}", $"{Secrets}/API_KEY/versions?project_id={project}&environment_id={environment}" }) await KeepAsync(await _client.GetAsync(path, Ct));
        server.Signal("TERM");
        await server.ExitAsync(Ct);

        var dump = await DumpAsync();
        var log = string.Join('\n', server.Output) + server.Errors;
        dump.ShouldContain("secret.read"); // It is the whole database, and the run has used them.
        log.ShouldContain("/resources/secrets/reveal");
        _answers.ToString().ShouldContain("***");
        foreach (var (name, text) in new[] { ("database", dump), ("log", log), ("answers", _answers.ToString()) }) Leaks(text).ShouldBeEmpty(name);
        foreach (var value in s_values) Leaks(string.Join('\n', FormsOf(value))).ShouldNotBeEmpty();
    }

    private async Task<(int Project, int Environment)> ProjectAsync()
    {
        var project = await IdAsync("/api/v1/projects", new { name = "shop" });
        var url = _target.Urls.First();
        return (project, await IdAsync($"/api/v1/projects/{project}/environments", new { name = "local", base_url = url, approved_hosts = new[] { new Uri(url).Authority } }));
    }

    private async Task LiveWithSecretsAsync(int project, int environment)
    {
        await SendAsync("", new { key = "API_KEY", value = s_values[1], project_id = project, environment_id = environment });
        await SendAsync("/rotate", new { key = "API_KEY", value = s_values[0], project_id = project, environment_id = environment });
        await SendAsync("/import", new { content = $"FROM_FILE=\"{s_values[2]}\"\n", project_id = project });
        await SendAsync("", new { key = "GLOBAL", value = s_values[3] });
        await SendAsync("", new { key = "WITH_REFERENCE", value = "x ${secret:GLOBAL} y", project_id = project });
        await SendAsync("/API_KEY/restore", new { version = 1, project_id = project, environment_id = environment });
        await SendAsync("/API_KEY/restore", new { version = 2, project_id = project, environment_id = environment });
        foreach (var path in new[] { "/resolve", "/export" }) await SendAsync(path, new { project_id = project, environment_id = environment });
        await SendAsync("/reveal", new { key = "API_KEY", project_id = project, environment_id = environment });
    }

    /// <summary>Values where they do not belong: refused, and repeated nowhere.</summary>
    private async Task MakeMistakesAsync(int project)
    {
        object[] mistakes =
        [
            new { key = s_values[0], value = s_values[1] }, new { key = "K", value = s_values[0], project_id = 999_999 }, new { key = "K", value = s_values[0], unknown = s_values[1] },
            new { key = "K", value = new { nested = s_values[0] } }, new { key = "K", value = s_values[0], expires_at = s_values[1] }, new { content = $"A=\"{s_values[2]}", project_id = project },
        ];
        foreach (var mistake in mistakes)
            foreach (var path in new[] { Secrets, $"{Secrets}/import", $"{Secrets}/reveal" })
            {
                using var response = await _client.PostAsJsonAsync(path, mistake, Ct);
                ((int)response.StatusCode).ShouldBeInRange(400, 499, $"{path} {JsonSerializer.Serialize(mistake)}");
                await KeepAsync(response);
            }

        using var broken = await _client.PostAsync(Secrets, new StringContent($$"""{"key": "K", "value": "{{s_values[1]}}""", Encoding.UTF8, "application/json"), Ct);
        await KeepAsync(broken);
    }

    private async Task<int> RunAsync(int project)
    {
        var suite = await IdAsync($"/api/v1/projects/{project}/test-suites", new { name = "keyed" });
        foreach (var (key, status) in new[] { ("API_KEY", 200), ("WITH_REFERENCE", 418), ("FROM_FILE", 200) })
            await IdAsync($"/api/v1/test-suites/{suite}/cases", new
            {
                name = $"{key} is sent",
                target = "/keyed",
                input = new { headers = new[] { new { name = "X-Key", value = $"${{secret:{key}}}" } }, query = new[] { new { name = "q", value = $"${{secret:{key}}}" } } },
                assertions = new object[] { new { type = "status", value = status }, new { type = "contains", value = "nothing like it" } },
            });
        var run = (await (await _client.PostAsJsonAsync($"/api/v1/test-suites/{suite}/run", new { }, Ct)).Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("data").GetProperty("run_id").GetInt32();
        await Eventually.BecomesTrueAsync(async () => (await _client.GetStringAsync($"/api/v1/test-runs/{run}", Ct)).Contains("\"status\":\"failed\"", StringComparison.Ordinal), "the run ends", Ct);
        return run;
    }

    private async Task ReportAsync(int run)
    {
        foreach (var format in new[] { "junit", "ctrf", "html", "markdown" }) await KeepAsync(await _client.GetAsync($"/api/v1/test-runs/{run}/report?format={format}", Ct));
        await KeepAsync(await _client.GetAsync($"/api/v1/test-runs/{run}", Ct));
        var results = (await _client.GetFromJsonAsync<JsonElement>($"/api/v1/test-runs/{run}/results", Ct)).GetProperty("data");
        foreach (var result in results.EnumerateArray()) await KeepAsync(await _client.GetAsync($"/api/v1/test-results/{result.GetProperty("id").GetInt64()}", Ct));
    }

    /// <summary>Every row of every table, as text.</summary>
    private async Task<string> DumpAsync()
    {
        await using var connection = new NpgsqlConnection(_database.SuperuserConnectionString);
        await connection.OpenAsync(Ct);
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')", connection))
        await using (var reader = await list.ExecuteReaderAsync(Ct)) while (await reader.ReadAsync(Ct)) tables.Add(reader.GetString(0));
        var dump = new StringBuilder();
        foreach (var table in tables)
        {
            using var copy = await connection.BeginTextExportAsync($"COPY (SELECT row_to_json(t) FROM {table} t) TO STDOUT", Ct);
            dump.Append(await copy.ReadToEndAsync(Ct));
        }

        return dump.ToString();
    }

    private static List<string> Leaks(string text) => [.. s_values.SelectMany(value => FormsOf(value).Where(form => text.Contains(form, StringComparison.Ordinal)).Select(form => $"{value} as {form}"))];

    /// <summary>As it is, and as addresses, JSON, HTML, shells, base64 at any place, and hex write it.</summary>
    private static IEnumerable<string> FormsOf(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        yield return value;
        yield return Uri.EscapeDataString(value);
        yield return WebUtility.UrlEncode(value);
        yield return WebUtility.HtmlEncode(value);
        yield return JsonSerializer.Serialize(value)[1..^1];
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value);
        yield return JsonSerializer.Serialize(JsonSerializer.Serialize(value)[1..^1])[1..^1];
        yield return Convert.ToHexStringLower(bytes);
        for (var skip = 0; skip < 3; skip++)
        {
            // The part of it that is the same wherever it begins in what is encoded.
            var part = bytes[skip..];
            yield return Convert.ToBase64String(part[..(part.Length / 3 * 3)]);
        }
    }

    private async Task SendAsync(string path, object body)
    {
        using var response = await _client.PostAsJsonAsync(Secrets + path, body, Ct);
        response.IsSuccessStatusCode.ShouldBeTrue($"{path}: {response.StatusCode}");
    }

    private async Task KeepAsync(HttpResponseMessage response) => _answers.AppendLine(response.Headers.ToString()).AppendLine(await response.Content.ReadAsStringAsync(Ct));

    private async Task<int> IdAsync(string path, object body)
    {
        using var response = await _client.PostAsJsonAsync(path, body, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonElement.Parse(text).GetProperty("data").GetProperty("id").GetInt32();
    }
}
