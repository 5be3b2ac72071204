using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Alicerce.Harness;

namespace Alicerce.Testing.Tests.Suites;

public sealed class GenerateTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TestServer Server => fixture.Server;

    [Fact]
    [Trait("Req", "S004-GEN-01")]
    [Trait("Req", "S004-GEN-11")]
    public async Task A_suite_is_generated_with_the_default_types_and_the_words_of_the_source()
    {
        var (project, suite) = await TestProjects.WithSuiteAsync(Server, Ct);
        suite.GetProperty("description").GetString().ShouldBe($"Auto-generated test suite for project {project}");
        suite.GetProperty("test_type").GetString().ShouldBe("mixed");
        suite.GetProperty("is_active").GetBoolean().ShouldBeTrue();
        var kinds = (await TestProjects.CasesAsync(Server, suite, Ct)).EnumerateArray().Select(c => c.GetProperty("test_type").GetString()).Distinct();
        kinds.ShouldBe(["smoke", "api", "form", "query"], ignoreOrder: true);
    }

    [Fact]
    [Trait("Req", "S004-GEN-09")]
    [Trait("Trap", "T004-40")]
    public async Task Generated_cases_are_linked_to_their_component_and_say_whether_they_change_data()
    {
        var (_, suite) = await TestProjects.WithSuiteAsync(Server, Ct, "smoke", "api");
        var cases = (await TestProjects.CasesAsync(Server, suite, Ct)).EnumerateArray().ToList();
        cases.Count.ShouldBe(suite.GetProperty("total_cases").GetInt32());
        cases.ShouldAllBe(c => c.GetProperty("auto_generated").GetBoolean() && c.GetProperty("component_id").ValueKind == JsonValueKind.Number);
        cases.Where(c => c.GetProperty("test_type").GetString() == "api").ShouldAllBe(c => c.GetProperty("mutates").GetBoolean());
        cases.Where(c => c.GetProperty("test_type").GetString() == "smoke").ShouldAllBe(c => !c.GetProperty("mutates").GetBoolean());
    }

    [Fact]
    [Trait("Trap", "T004-42")]
    public async Task Generating_again_makes_no_second_suite_keeps_hand_edits_and_marks_what_vanished()
    {
        var (project, suite) = await TestProjects.WithSuiteAsync(Server, Ct, "smoke", "api");
        var same = await TestProjects.GenerateAsync(Server, project, Ct, "smoke", "api");
        same.GetProperty("id").GetInt32().ShouldBe(suite.GetProperty("id").GetInt32());
        same.GetProperty("diff").GetProperty("unchanged").GetInt32().ShouldBe(suite.GetProperty("total_cases").GetInt32());

        var edited = (await TestProjects.CasesAsync(Server, suite, Ct)).EnumerateArray().First(c => c.GetProperty("component_path").GetString() == "components/login.q");
        var id = edited.GetProperty("id").GetInt32();
        var (status, _) = await TestProjects.SendAsync(Server, HttpMethod.Patch, $"/api/v1/test-cases/{id}", new { name = "Mine" }, Ct);
        status.ShouldBe(200);
        await TestProjects.ScanAsync(Server, project, Ct, ("components/login.q", TestProjects.Login));
        var merged = await TestProjects.GenerateAsync(Server, project, Ct, "smoke", "api");
        merged.GetProperty("diff").GetProperty("obsolete").GetArrayLength().ShouldBeGreaterThan(0);
        var after = await Server.GetAsync($"/api/v1/test-cases/{id}", Ct);
        (after.GetProperty("name").GetString(), after.GetProperty("edited").GetBoolean()).ShouldBe(("Mine", true));
        (await Server.GetAsync($"/api/v1/test-suites/{suite.GetProperty("id").GetInt32()}/cases?tag=obsolete", Ct)).EnumerateArray().ShouldAllBe(c => !c.GetProperty("is_active").GetBoolean());
    }

    [Theory]
    [InlineData("security")]
    [InlineData("load")]
    public async Task Generating_other_types_leaves_the_cases_of_this_type_as_they_are(string type)
    {
        var (project, suite) = await TestProjects.WithSuiteAsync(Server, Ct, type);
        var made = suite.GetProperty("total_cases").GetInt32();
        var plain = await TestProjects.GenerateAsync(Server, project, Ct);

        made.ShouldBeGreaterThan(0);
        plain.GetProperty("diff").GetProperty("obsolete").GetArrayLength().ShouldBe(0);
        plain.GetProperty("diff").GetProperty("unchanged").GetInt32().ShouldBe(made);
        (await TestProjects.CasesAsync(Server, suite, Ct)).EnumerateArray().ShouldAllBe(c => c.GetProperty("is_active").GetBoolean());
    }

    [Fact]
    [Trait("Trap", "T004-42")]
    public async Task An_unknown_type_is_refused_by_name()
    {
        var project = await TestProjects.NewAsync(Server, Ct);
        var (status, body) = await TestProjects.SendAsync(Server, HttpMethod.Post, $"/api/v1/projects/{project}/test-suites/generate", new { name = "S", types = new[] { "smok" } }, Ct);
        status.ShouldBe(422);
        TestProjects.FieldsOf(body).ShouldBe(["types"]);
    }

    [Fact]
    [Trait("Trap", "T004-43")]
    public async Task A_project_without_components_gets_a_warning()
    {
        var suite = await TestProjects.GenerateAsync(Server, await TestProjects.NewAsync(Server, Ct), Ct);
        suite.GetProperty("total_cases").GetInt32().ShouldBe(0);
        suite.GetProperty("warnings").EnumerateArray().ShouldContain(w => w.GetProperty("code").GetString() == "no_components");
    }

    [Fact]
    public async Task A_preview_shows_the_difference_and_stores_nothing()
    {
        var project = await TestProjects.NewAsync(Server, Ct);
        await TestProjects.ScanAsync(Server, project, Ct, ("components/index.q", TestProjects.Home));
        var preview = await Server.PostAsync($"/api/v1/projects/{project}/test-suites/generate", new { name = "S", types = new[] { "smoke" }, preview = true }, Ct);
        preview.GetProperty("id").ValueKind.ShouldBe(JsonValueKind.Null);
        preview.GetProperty("diff").GetProperty("added").GetArrayLength().ShouldBe(1);
        (await Server.GetAsync($"/api/v1/projects/{project}/test-suites", Ct)).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task An_exported_suite_imports_into_another_without_loss()
    {
        var (project, suite) = await TestProjects.WithSuiteAsync(Server, Ct, "smoke", "api", "form", "edge");
        var file = await Server.Client.GetStringAsync($"/api/v1/test-suites/{suite.GetProperty("id").GetInt32()}/export", Ct);
        var other = (await Server.PostAsync($"/api/v1/projects/{project}/test-suites", new { name = "Copy" }, Ct)).GetProperty("id").GetInt32();
        (await ImportAsync(other, file, 200)).GetProperty("data").GetProperty("stored").GetBoolean().ShouldBeTrue();
        (await Server.Client.GetStringAsync($"/api/v1/test-suites/{other}/export", Ct)).ShouldBe(file);
        (await ImportAsync(other, file, 200)).GetProperty("data").GetProperty("diff").GetProperty("unchanged").GetInt32().ShouldBe(suite.GetProperty("total_cases").GetInt32());
        var error = await ImportAsync(other, "cases:\n  - key: a\n    nmae: b\n", 422);
        error.GetProperty("details")[0].GetProperty("field").GetString()!.ShouldStartWith("cases.yaml:");
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\ncut of")]
    [InlineData("multipart/form-data; boundary=x", "no part at all")]
    [InlineData("multipart/form-data", "--x--")]
    public async Task A_damaged_upload_is_the_senders_mistake(string type, string body)
    {
        var project = await TestProjects.NewAsync(Server, Ct);
        var suite = (await Server.PostAsync($"/api/v1/projects/{project}/test-suites", new { name = "Copy" }, Ct)).GetProperty("id").GetInt32();
        foreach (var address in new[] { $"/api/v1/test-suites/{suite}/import", $"/api/v1/projects/{project}/components/scan" })
        {
            using var content = new StringContent(body);
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var response = await Server.Client.PostAsync(address, content, Ct);
            var text = await response.Content.ReadAsStringAsync(Ct);
            ((int)response.StatusCode).ShouldBe(400, $"{address}: {text}");
            text.ShouldContain("multipart.malformed");
        }
    }

    [Fact]
    public async Task A_rule_that_an_imported_case_breaks_is_told_where_it_is_broken()
    {
        var project = await TestProjects.NewAsync(Server, Ct);
        var suite = (await Server.PostAsync($"/api/v1/projects/{project}/test-suites", new { name = "Copy" }, Ct)).GetProperty("id").GetInt32();
        var error = await ImportAsync(
            suite,
            """
            cases:
              - key: fine
                name: Fine
                request: GET /
              - key: wrong
                name: Wrong
                timeout: 2h
                retries: 99
                steps:
                  - request: GET /
                  - request: GET /
                    asserts:
                      - status: 200
                      - body: {matches: "("}
              - key: longish
                name: Longish
                request: GET /
                component: "{LONG}"
            """.Replace("{LONG}", new string('x', 600)),
            422);

        var places = error.GetProperty("details").EnumerateArray().Select(d => d.GetProperty("field").GetString()).ToList();
        places.ShouldBe(["cases.yaml:7:5", "cases.yaml:8:5", "cases.yaml:14:13", "cases.yaml:18:5"]);
    }

    [Fact]
    public async Task Coverage_counts_what_was_discovered_and_what_has_a_case()
    {
        var (_, suite) = await TestProjects.WithSuiteAsync(Server, Ct, "smoke");
        var kinds = (await Server.GetAsync($"/api/v1/test-suites/{suite.GetProperty("id").GetInt32()}/coverage", Ct)).GetProperty("kinds").EnumerateArray().ToDictionary(k => k.GetProperty("kind").GetString()!);
        (kinds["pages"].GetProperty("discovered").GetInt32(), kinds["pages"].GetProperty("covered").GetInt32()).ShouldBe((2, 2));
        (kinds["actions"].GetProperty("discovered").GetInt32(), kinds["actions"].GetProperty("covered").GetInt32()).ShouldBe((1, 0));
    }

    private async Task<JsonElement> ImportAsync(int suite, string file, int expected)
    {
        using var content = new StringContent(file, Encoding.UTF8, new MediaTypeHeaderValue("application/yaml"));
        using var response = await Server.Client.PostAsync($"/api/v1/test-suites/{suite}/import", content, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        ((int)response.StatusCode).ShouldBe(expected, text);
        return JsonElement.Parse(text);
    }
}
