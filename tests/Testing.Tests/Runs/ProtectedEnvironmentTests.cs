using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Engine.Cases;
using Alicerce.Harness;
using static Alicerce.Testing.Tests.Runs.RunsFixture;

namespace Alicerce.Testing.Tests.Runs;

/// <summary>D20: what changes state stays out of a protected environment, whatever the case says of itself.</summary>
public sealed class ProtectedEnvironmentTests(RunsFixture fixture) : IClassFixture<RunsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Trait("Trap", "T004-40")]
    public async Task A_protected_environment_is_sent_nothing_that_changes_state_whatever_the_mark_says()
    {
        await using var target = await Target.StartAsync();
        var suite = await ProtectedSuiteAsync(
            target, "{}",
            Get("/read"), Post("/marked"), Post("/unmarked") with { Mutates = false },
            Get("/marked-read") with { Mutates = true },
            Get("/story") with { Key = "story", Steps = [.. Get("/story").Steps, .. Post("/story/end").Steps] });

        var run = await fixture.RunAsync(suite);

        target.Requests.ShouldHaveSingleItem().Path.ShouldBe("/read");
        (run.GetProperty("passed").GetInt32(), run.GetProperty("skipped").GetInt32()).ShouldBe((1, 4));
        var skipped = run.GetProperty("results").EnumerateArray().Where(r => r.GetProperty("status").GetString() == "skipped").ToList();
        skipped.ShouldAllBe(r => r.GetProperty("reason").GetString() == "protected_environment");
        var why = skipped.Single(r => r.GetProperty("test_name").GetString() == "POST /unmarked").GetProperty("error").GetString();
        why.ShouldBe(
            "The case changes state and the environment 'local' is protected; to run 'post /unmarked' there, an admin adds its key to allowed_mutations in the suite's config");
    }

    [Fact, Trait("Trap", "T004-40")]
    public async Task A_case_that_its_suite_allows_by_name_runs_in_a_protected_environment()
    {
        await using var target = await Target.StartAsync();
        var suite = await ProtectedSuiteAsync(target, "{}", Post("/allowed"), Post("/other"));
        await AllowAsync(suite, "post /allowed");

        var run = await fixture.RunAsync(suite);

        target.Requests.ShouldHaveSingleItem().Path.ShouldBe("/allowed");
        (run.GetProperty("passed").GetInt32(), run.GetProperty("skipped").GetInt32()).ShouldBe((1, 1));
    }

    [Theory, Trait("Trap", "T004-40")]
    [InlineData("""{"method":"DELETE"}""")]
    [InlineData("""{"target":"/everything"}""")]
    [InlineData("""{"input":{"body":{"kind":"json","text":"{}"}}}""")]
    [InlineData("""{"test_type":"load","load":{"users":100,"duration":60}}""")]
    public async Task What_an_admin_allowed_runs_no_more_when_somebody_makes_another_case_of_it(string change)
    {
        await using var target = await Target.StartAsync();
        var suite = await ProtectedSuiteAsync(target, "{}", Post("/allowed"));
        await AllowAsync(suite, "post /allowed");
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        await developer.JoinEveryProjectAsync("developer", Ct);
        var id = (await fixture.Server.GetAsync($"/api/v1/test-suites/{suite}/cases", Ct))[0].GetProperty("id").GetInt32();
        (await StatusAsync(developer.Client, HttpMethod.Patch, $"/api/v1/test-cases/{id}", JsonElement.Parse(change))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(developer.Client, HttpMethod.Patch, $"/api/v1/test-suites/{suite}", new { config = new { allowed_mutations = new[] { "post /allowed" } } })).ShouldBe(HttpStatusCode.OK);

        var run = await fixture.RunAsync(suite);

        target.Requests.ShouldBeEmpty();
        var skipped = run.GetProperty("results").EnumerateArray().ShouldHaveSingleItem();
        (skipped.GetProperty("status").GetString(), skipped.GetProperty("reason").GetString()).ShouldBe(("skipped", "protected_environment"));
        skipped.GetProperty("error").GetString()!.ShouldContain("is not what was allowed");
    }

    [Fact]
    public async Task A_changed_case_is_allowed_again_by_an_admin_who_takes_it_out_and_adds_it()
    {
        await using var target = await Target.StartAsync();
        var suite = await ProtectedSuiteAsync(target, "{}", Post("/allowed"));
        await AllowAsync(suite, "not there yet", "post /allowed");
        var id = (await fixture.Server.GetAsync($"/api/v1/test-suites/{suite}/cases", Ct))[0].GetProperty("id").GetInt32();
        (await StatusAsync(fixture.Client, HttpMethod.Patch, $"/api/v1/test-cases/{id}", new { name = "another name", timeout = 9, target = "/moved" })).ShouldBe(HttpStatusCode.OK);

        await AllowAsync(suite, "post /allowed");
        var untouched = await fixture.RunAsync(suite);
        await AllowAsync(suite);
        await AllowAsync(suite, "post /allowed");
        var again = await fixture.RunAsync(suite);

        (untouched.GetProperty("skipped").GetInt32(), again.GetProperty("passed").GetInt32()).ShouldBe((1, 1));
        target.Requests.ShouldHaveSingleItem().Path.ShouldBe("/moved");
    }

    [Fact]
    public async Task Only_an_admin_allows_a_further_case_to_change_state()
    {
        var project = await fixture.ProjectAsync();
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        await developer.JoinEveryProjectAsync("developer", Ct);
        var allowing = new { name = "s", config = new { allowed_mutations = new[] { "a" } } };
        (await StatusAsync(developer.Client, HttpMethod.Post, $"/api/v1/projects/{project}/test-suites", allowing)).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(developer.Client, HttpMethod.Post, $"/api/v1/projects/{project}/test-suites", new { name = "t" })).ShouldBe(HttpStatusCode.Created);
        var suite = (await fixture.Server.PostAsync($"/api/v1/projects/{project}/test-suites", allowing, Ct)).GetProperty("id").GetInt32();

        // What is allowed already may be sent back, or taken away.
        (await StatusAsync(developer.Client, HttpMethod.Patch, $"/api/v1/test-suites/{suite}", new { config = new { retries = 1, allowed_mutations = new[] { "a" } } })).ShouldBe(HttpStatusCode.OK);
        using var refused = await developer.Client.PatchAsJsonAsync($"/api/v1/test-suites/{suite}", new { config = new { allowed_mutations = new[] { "a", "b" } } }, Ct);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("message").GetString()!.ShouldContain("allowed_mutations");
        (await StatusAsync(fixture.Client, HttpMethod.Patch, $"/api/v1/test-suites/{suite}", new { config = new { allowed_mutations = new[] { "a", "b" } } })).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<int> ProtectedSuiteAsync(Target target, string config, params TestCase[] cases)
    {
        var project = await fixture.ProjectAsync();
        await fixture.Server.PostAsync($"/api/v1/projects/{project}/environments", new { Name = "local", BaseUrl = target.Url.ToString(), IsProtected = true }, Ct);
        return await fixture.SuiteAsync(project, config, cases);
    }

    private async Task AllowAsync(int suite, params string[] keys) =>
        (await StatusAsync(fixture.Client, HttpMethod.Patch, $"/api/v1/test-suites/{suite}", new { config = new { allowed_mutations = keys } })).ShouldBe(HttpStatusCode.OK);

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, HttpMethod method, string path, object body)
    {
        using var response = await client.SendAsync(new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) }, Ct);
        return response.StatusCode;
    }
}
