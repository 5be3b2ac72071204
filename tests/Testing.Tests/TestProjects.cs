using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Testing.Tests;

/// <summary>Projects and uploads as a caller makes them.</summary>
internal static class TestProjects
{
    public const string Login = """
        <q:component name="LoginComponent" type="page" xmlns:q="https://quantum.lang/ns">
          <q:action name="login" method="POST">
            <q:param name="email" type="email" required="true" />
            <q:param name="password" type="string" required="true" />
          </q:action>
          <q:query name="getUser" datasource="main-db">SELECT id FROM users</q:query>
          <form q:action="login" method="post"><input name="email" type="email" required><input name="password" type="password"></form>
        </q:component>
        """;

    public const string Home = """<q:component name="Home" type="page" xmlns:q="https://quantum.lang/ns"><h1>Hello</h1></q:component>""";

    public static async Task<int> NewAsync(TestServer server, CancellationToken ct) =>
        (await server.PostAsync("/api/v1/projects", new { name = $"p-{Guid.NewGuid():N}" }, ct)).GetProperty("id").GetInt32();

    /// <summary>Uploads files as a zip to a scan and gives the answer's data.</summary>
    public static async Task<JsonElement> ScanAsync(TestServer server, int project, CancellationToken ct, params (string Path, string Text)[] files)
    {
        using var response = await UploadAsync(server, project, ct, files);
        var text = await response.Content.ReadAsStringAsync(ct);
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonElement.Parse(text).GetProperty("data");
    }

    public static async Task<HttpResponseMessage> UploadAsync(TestServer server, int project, CancellationToken ct, params (string Path, string Text)[] files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open());
                await writer.WriteAsync(text.AsMemory(), ct);
            }
        }

        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        using var form = new MultipartFormDataContent { { content, "archive", "project.zip" } };
        return await server.Client.PostAsync($"/api/v1/projects/{project}/components/scan", form, ct);
    }

    /// <summary>A project with two pages, scanned, and a suite of the given types.</summary>
    public static async Task<(int Project, JsonElement Suite)> WithSuiteAsync(TestServer server, CancellationToken ct, params string[] types)
    {
        var project = await NewAsync(server, ct);
        await ScanAsync(server, project, ct, ("components/login.q", Login), ("components/index.q", Home));
        return (project, await GenerateAsync(server, project, ct, types));
    }

    public static Task<JsonElement> GenerateAsync(TestServer server, int project, CancellationToken ct, params string[] types) =>
        server.PostAsync($"/api/v1/projects/{project}/test-suites/generate", new { name = "Auto Suite", types }, ct);

    public static async Task<JsonElement> CasesAsync(TestServer server, JsonElement suite, CancellationToken ct) =>
        await server.GetAsync($"/api/v1/test-suites/{suite.GetProperty("id").GetInt32()}/cases?per_page=100", ct);

    public static async Task<(int Status, JsonElement Body)> SendAsync(TestServer server, HttpMethod method, string path, object body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var response = await server.Client.SendAsync(request, ct);
        return ((int)response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(ct)));
    }

    public static IEnumerable<string> FieldsOf(JsonElement error) => error.GetProperty("details").EnumerateArray().Select(detail => detail.GetProperty("field").GetString()!);
}
