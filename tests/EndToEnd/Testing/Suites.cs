using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.EndToEnd.Testing;

/// <summary>Short ways over the API to what a test of the console needs.</summary>
internal static class Suites
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<int> EnvironmentAsync(TestServer server, int project, string name, Uri url, bool isProtected = false) =>
        (await server.PostAsync($"/api/v1/projects/{project}/environments", new { Name = name, BaseUrl = url.ToString(), IsProtected = isProtected }, Ct)).GetProperty("id").GetInt32();

    public static async Task<int> SuiteAsync(TestServer server, int project, string name = "Auto Suite", double? minPassRate = null) =>
        (await server.PostAsync(
            $"/api/v1/projects/{project}/test-suites",
            new { Name = name, TestType = "mixed", Config = minPassRate is { } rate ? new Dictionary<string, object> { ["min_pass_rate"] = rate } : [] }, Ct)).GetProperty("id").GetInt32();

    public static async Task<int> CaseAsync(TestServer server, int suite, string name, string kind = "api", string target = "/", string method = "GET", params object[] assertions) =>
        (await server.PostAsync($"/api/v1/test-suites/{suite}/cases", new { Name = name, TestType = kind, Target = target, Method = method, Assertions = assertions }, Ct)).GetProperty("id").GetInt32();

    public static async Task<int> StartAsync(TestServer server, int suite, int environment) =>
        (await server.PostAsync($"/api/v1/test-suites/{suite}/run", new { EnvironmentId = environment }, Ct)).GetProperty("run_id").GetInt32();

    /// <returns>The run's id, when it has ended.</returns>
    public static async Task<int> RunAsync(TestServer server, int suite, int environment)
    {
        var run = await StartAsync(server, suite, environment);
        await Eventually.BecomesTrueAsync(async () => (await RunOfAsync(server, run)).GetProperty("status").GetString() != "running", $"run {run} ends", Ct);
        return run;
    }

    public static Task<JsonElement> RunOfAsync(TestServer server, int run) => server.GetAsync($"/api/v1/test-runs/{run}", Ct);

    public static byte[] Zip(params IEnumerable<(string Path, string Text)> files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return packed.ToArray();
    }

    public static async Task ScanAsync(TestServer server, int project, byte[] zip)
    {
        using var content = new ByteArrayContent(zip);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        using var form = new MultipartFormDataContent { { content, "archive", "project.zip" } };
        using var response = await server.Client.PostAsync($"/api/v1/projects/{project}/components/scan", form, Ct);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync(Ct));
    }

    /// <summary>A component with so many actions, forms and queries.</summary>
    public static string Component(string name, int actions, int forms, int queries)
    {
        var lines = new List<string> { $"""<q:component name="{name}" type="page" xmlns:q="https://quantum.lang/ns">""" };
        lines.AddRange(Enumerable.Range(1, actions).Select(i => $"""<q:action name="act{i}" method="POST"><q:param name="title" type="string" required="true" /></q:action>"""));
        lines.AddRange(Enumerable.Range(1, queries).Select(i => $"""<q:query name="get{name}{i}" datasource="main-db">SELECT id FROM users</q:query>"""));
        lines.AddRange(Enumerable.Range(1, forms).Select(i => $"""<form id="{name}-form-{i}" q:action="act{i}" method="post"><input name="title" required></form>"""));
        lines.Add("</q:component>");
        return string.Join('\n', lines);
    }
}
