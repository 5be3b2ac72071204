using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Testing.Tests.Discovery;

/// <summary>The server with one folder that may be scanned.</summary>
public sealed class ScanFixture : ServerFixture
{
    public TempFolder Root { get; } = new();

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["ALICERCE_SCAN_ROOTS"] = Root.Path };
}

public sealed class ScanTests(ScanFixture fixture) : IClassFixture<ScanFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TestServer Server => fixture.Server;

    [Fact]
    [Trait("Req", "S004-DISC-11")]
    [Trait("Req", "S004-API-18")]
    public async Task An_uploaded_project_is_scanned_stored_listed_and_counted()
    {
        var project = await TestProjects.NewAsync(Server, Ct);
        var scan = await TestProjects.ScanAsync(Server, project, Ct, ("components/login.q", TestProjects.Login), ("components/index.q", TestProjects.Home));
        scan.GetProperty("components").GetArrayLength().ShouldBe(2);
        scan.GetProperty("stats").GetProperty("total_components").GetInt32().ShouldBe(2);
        scan.GetProperty("unchanged").GetInt32().ShouldBe(0);

        var login = (await Server.GetAsync($"/api/v1/projects/{project}/components?q=login", Ct)).EnumerateArray().ShouldHaveSingleItem();
        login.GetProperty("file_path").GetString().ShouldBe("components/login.q");
        login.GetProperty("actions")[0].GetProperty("name").GetString().ShouldBe("login");
        login.GetProperty("forms")[0].GetProperty("fields").GetArrayLength().ShouldBe(2);
        (await Server.GetAsync($"/api/v1/projects/{project}/components/{login.GetProperty("id").GetInt32()}", Ct)).GetProperty("component_type").GetString().ShouldBe("page");
        var stats = await Server.GetAsync($"/api/v1/projects/{project}/components/stats", Ct);
        stats.GetRawText().ShouldBe(scan.GetProperty("stats").GetRawText());
    }

    [Fact]
    [Trait("Trap", "T004-35")]
    public async Task A_scan_again_updates_in_place_leaves_what_did_not_change_and_marks_what_is_gone()
    {
        var project = await TestProjects.NewAsync(Server, Ct);
        var first = await TestProjects.ScanAsync(Server, project, Ct, ("components/login.q", TestProjects.Login), ("components/index.q", TestProjects.Home), ("components/old.q", TestProjects.Home));
        var ids = first.GetProperty("components").EnumerateArray().ToDictionary(c => c.GetProperty("file_path").GetString()!, c => c.GetProperty("id").GetInt32());
        var second = await TestProjects.ScanAsync(Server, project, Ct, ("components/login.q", TestProjects.Login), ("components/index.q", TestProjects.Home.Replace("Hello", "Bye")));

        second.GetProperty("unchanged").GetInt32().ShouldBe(1);
        second.GetProperty("removed").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe("components/old.q");
        second.GetProperty("components").EnumerateArray().ShouldAllBe(c => ids[c.GetProperty("file_path").GetString()!] == c.GetProperty("id").GetInt32());
        (await Server.GetAsync($"/api/v1/projects/{project}/components", Ct)).GetArrayLength().ShouldBe(2);
        (await Server.GetAsync($"/api/v1/projects/{project}/components?include_removed=true", Ct)).GetArrayLength().ShouldBe(3);

        var third = await TestProjects.ScanAsync(Server, project, Ct, ("components/old.q", TestProjects.Home));
        third.GetProperty("components").EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetInt32().ShouldBe(ids["components/old.q"]);
    }

    [Fact]
    [Trait("Trap", "T004-36")]
    public async Task A_folder_is_scanned_only_inside_an_allowed_root_links_included()
    {
        var inside = Path.Combine(fixture.Root.Path, "shop");
        Directory.CreateDirectory(Path.Combine(inside, "components"));
        await File.WriteAllTextAsync(Path.Combine(inside, "components", "index.q"), TestProjects.Home, Ct);
        using var outside = new TempFolder();
        File.CreateSymbolicLink(Path.Combine(fixture.Root.Path, "out"), outside.Path);
        var project = await TestProjects.NewAsync(Server, Ct);
        var address = $"/api/v1/projects/{project}/components/scan";

        foreach (var refused in new[] { outside.Path, Path.Combine(fixture.Root.Path, "out"), $"{inside}/../../..", "/", "shop", Path.Combine(fixture.Root.Path, "nowhere") })
        {
            var (status, body) = await TestProjects.SendAsync(Server, HttpMethod.Post, address, new { path = refused }, Ct);
            status.ShouldBe(422, refused);
            TestProjects.FieldsOf(body).ShouldBe(["path"]);
        }

        (await Server.PostAsync(address, new { path = inside }, Ct)).GetProperty("components")[0].GetProperty("file_path").GetString().ShouldBe("components/index.q");

        // Without a body the stored folder is scanned again.
        using var again = await Server.Client.PostAsync(address, null, Ct);
        (await again.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("data").GetProperty("unchanged").GetInt32().ShouldBe(1);
    }

    [Fact]
    [Trait("Trap", "T004-37")]
    public async Task What_is_wrong_in_a_file_is_in_the_answer_and_can_be_listed()
    {
        var project = await TestProjects.NewAsync(Server, Ct);
        var scan = await TestProjects.ScanAsync(Server, project, Ct, ("components/broken.q", "<q:component name=\"Broken\"><q:action name=\"a\">"), ("components/index.q", TestProjects.Home));
        scan.GetProperty("findings").GetArrayLength().ShouldBeGreaterThan(0);
        var listed = await Server.GetAsync($"/api/v1/projects/{project}/findings", Ct);
        listed.EnumerateArray().ShouldContain(f => f.GetProperty("file_path").GetString() == "components/broken.q" && f.GetProperty("line").GetInt32() >= 1);
        await TestProjects.ScanAsync(Server, project, Ct, ("components/index.q", TestProjects.Home));
        (await Server.GetAsync($"/api/v1/projects/{project}/findings", Ct)).EnumerateArray().ShouldNotContain(f => f.GetProperty("file_path").GetString() == "components/broken.q");
    }

    [Fact]
    public async Task A_scan_without_any_source_says_what_to_send()
    {
        var project = await TestProjects.NewAsync(Server, Ct);
        using var response = await Server.Client.PostAsync($"/api/v1/projects/{project}/components/scan", null, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("details")[0].GetProperty("code").GetString().ShouldBe("scan_source_required");
        using var unknown = await Server.Client.PostAsync("/api/v1/projects/999999/components/scan", null, Ct);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Req", "S004-VER-02")]
    public async Task The_printed_commands_work_as_written_with_a_token()
    {
        var project = await TestProjects.NewAsync(Server, Ct);
        await Server.PostAsync($"/api/v1/projects/{project}/components/scan", new { path = Project("printed") }, Ct);
        var scanned = await CurlAsync($"/projects/{project}/components/scan", null);
        scanned.GetProperty("components").GetArrayLength().ShouldBe(1);
        scanned.GetProperty("stats").GetProperty("total_components").GetInt32().ShouldBe(1);
    }

    [Fact]
    [Trait("Req", "S004-VER-03")]
    [Trait("Trap", "T004-44")]
    public async Task The_printed_command_generates_a_suite_from_JSON_that_curl_calls_a_form()
    {
        var project = await TestProjects.NewAsync(Server, Ct);
        await Server.PostAsync($"/api/v1/projects/{project}/components/scan", new { path = Project("generated") }, Ct);
        var suite = await CurlAsync($"/projects/{project}/test-suites/generate", """{"name":"Auto Suite","types":["smoke","api"]}""");
        suite.GetProperty("name").GetString().ShouldBe("Auto Suite");
        suite.GetProperty("total_cases").GetInt32().ShouldBeGreaterThan(0);
    }

    private string Project(string name)
    {
        var folder = Path.Combine(fixture.Root.Path, name);
        Directory.CreateDirectory(Path.Combine(folder, "components"));
        File.WriteAllText(Path.Combine(folder, "components", "login.q"), TestProjects.Login);
        return folder;
    }

    /// <summary><c>curl -X POST URL [-d BODY]</c>: form-urlencoded by curl's own choice, to the route without a prefix.</summary>
    private async Task<JsonElement> CurlAsync(string path, string? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (body is not null) request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await Server.Client.SendAsync(request, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonElement.Parse(text);
    }
}
