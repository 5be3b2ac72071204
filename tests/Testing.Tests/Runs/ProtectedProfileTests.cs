using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Engine.Cases;
using Alicerce.Harness;
using static Alicerce.Testing.Tests.Runs.RunsFixture;

namespace Alicerce.Testing.Tests.Runs;

/// <summary>D20: who signs in where, and how, is an admin's word in a protected environment.</summary>
public sealed class ProtectedProfileTests(RunsFixture fixture) : IClassFixture<RunsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_sign_in_that_no_admin_wrote_is_not_sent_to_a_protected_environment()
    {
        await using var target = await Target.StartAsync();
        var suite = await SuiteAsync(target, isProtected: true, WithAuth(Get("/read"), "customer"), Get("/open"));
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        await developer.JoinEveryProjectAsync("developer", Ct);
        await SaveAsync(developer.Client, suite, FormAt("/everything/delete"));

        var run = await fixture.RunAsync(suite);

        target.Requests.ShouldHaveSingleItem().Path.ShouldBe("/open");
        var skipped = run.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("status").GetString() == "skipped");
        skipped.GetProperty("reason").GetString().ShouldBe("protected_environment");
        skipped.GetProperty("error").GetString().ShouldBe(
            "The auth profile 'customer' is not what an admin wrote, and the environment 'local' is protected; an admin allows it by saving the suite's config with it");
    }

    [Fact]
    public async Task A_form_sign_in_that_an_admin_wrote_stays_allowed_when_others_save_the_suite_as_it_is()
    {
        await using var target = await SignInTargetAsync();
        var suite = await SuiteAsync(target, isProtected: true, WithAuth(Get("/read"), "customer"));
        await SaveAsync(fixture.Client, suite, FormAt("/login"));
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        await developer.JoinEveryProjectAsync("developer", Ct);
        await SaveAsync(developer.Client, suite, FormAt("/login"));

        var run = await fixture.RunAsync(suite);

        run.GetProperty("passed").GetInt32().ShouldBe(1);
        target.Requests.ShouldContain(("POST", "/login"));
    }

    [Theory]
    [InlineData("""{"customer":{"type":"form","login_path":"/other","fields":{"user":"ana"}}}""")]
    [InlineData("""{"customer":{"type":"form","login_path":"/login","fields":{"user":"root"}}}""")]
    public async Task A_changed_profile_is_no_longer_what_was_allowed(string changed)
    {
        await using var target = await SignInTargetAsync();
        var suite = await SuiteAsync(target, isProtected: true, WithAuth(Get("/read"), "customer"));
        await SaveAsync(fixture.Client, suite, FormAt("/login"));
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        await developer.JoinEveryProjectAsync("developer", Ct);
        await SaveAsync(developer.Client, suite, JsonElement.Parse(changed), forged: await AllowedAsync(suite));

        (await fixture.RunAsync(suite)).GetProperty("skipped").GetInt32().ShouldBe(1);
        target.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_case_that_may_change_state_does_not_do_it_as_somebody_else()
    {
        await using var target = await Target.StartAsync();
        var suite = await SuiteAsync(target, isProtected: true, WithAuth(Post("/allowed"), "customer"), WithAuth(Get("/read"), "customer"));
        await SaveAsync(fixture.Client, suite, KeyOf("low"), allowed: "post /allowed");
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        await developer.JoinEveryProjectAsync("developer", Ct);
        await SaveAsync(developer.Client, suite, KeyOf("high"), allowed: "post /allowed");

        var run = await fixture.RunAsync(suite);

        // The one that reads goes on to ask for the secret.
        run.GetProperty("results").EnumerateArray().ToDictionary(r => r.GetProperty("test_name").GetString()!, r => r.GetProperty("reason").GetString())
            .ShouldBe(new Dictionary<string, string?> { ["POST /allowed"] = "protected_environment", ["GET /read"] = "secret_refused" }, ignoreOrder: true);
    }

    [Fact]
    public async Task Where_nothing_is_protected_anybody_says_how_to_sign_in()
    {
        await using var target = await SignInTargetAsync();
        var suite = await SuiteAsync(target, isProtected: false, WithAuth(Get("/read"), "customer"));
        using var developer = await TestUser.AddAsync(fixture, "developer", Ct);
        await developer.JoinEveryProjectAsync("developer", Ct);
        await SaveAsync(developer.Client, suite, FormAt("/login"));

        (await fixture.RunAsync(suite)).GetProperty("passed").GetInt32().ShouldBe(1);
    }

    private static TestCase WithAuth(TestCase testCase, string profile) =>
        testCase with { Steps = [testCase.Steps[0] with { Request = testCase.Steps[0].Request! with { Auth = profile } }] };

    private static JsonElement FormAt(string path) => JsonSerializer.SerializeToElement(new { customer = new { type = "form", login_path = path, fields = new { user = "ana" } } });

    private static JsonElement KeyOf(string level) => JsonSerializer.SerializeToElement(new { customer = new { type = "api_key", name = "X-Level", value = $"${{secret:{level}}}" } });

    private static Task<Target> SignInTargetAsync() => Target.StartAsync(context =>
    {
        context.Response.Headers.SetCookie = "session=1";
        return Task.CompletedTask;
    });

    private async Task<int> SuiteAsync(Target target, bool isProtected, params TestCase[] cases)
    {
        var project = await fixture.ProjectAsync();
        await fixture.Server.PostAsync($"/api/v1/projects/{project}/environments", new { Name = "local", BaseUrl = target.Url.ToString(), IsProtected = isProtected }, Ct);
        return await fixture.SuiteAsync(project, "{}", cases);
    }

    private async Task<JsonElement> AllowedAsync(int suite) => (await fixture.Server.GetAsync($"/api/v1/test-suites/{suite}", Ct)).GetProperty("config").GetProperty("allowed_profiles");

    private static async Task SaveAsync(HttpClient client, int suite, JsonElement profiles, string? allowed = null, JsonElement? forged = null)
    {
        var config = new { auth_profiles = profiles, allowed_mutations = allowed is null ? [] : new[] { allowed }, allowed_profiles = forged };
        using var response = await client.PatchAsJsonAsync($"/api/v1/test-suites/{suite}", new { config }, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Ct));
    }
}
