using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Alicerce.Harness;
using Microsoft.AspNetCore.Http;
using static Alicerce.Testing.Tests.Runs.RunsFixture;

namespace Alicerce.Testing.Tests.Runs;

public sealed class StartRunTests(RunsFixture fixture) : IClassFixture<RunsFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Trait("Req", "S004-VER-04"), Trait("Trap", "T004-55")]
    public async Task The_printed_command_is_answered_before_the_first_case_is()
    {
        var gate = new TaskCompletionSource();
        await using var target = await Target.StartAsync(_ => gate.Task);
        var project = await fixture.ProjectAsync();
        var environment = await fixture.EnvironmentAsync(project, target.Url, "staging");
        var suite = await fixture.SuiteAsync(project, "{}", Get("/"));

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/test-suites/{suite}/run")
        {
            Content = new StringContent($"{{\"environment_id\":{environment}}}", Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        using var response = await fixture.Client.SendAsync(request, Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
        answer.GetProperty("status").GetString().ShouldBe("running");
        var runId = answer.GetProperty("run_id").GetInt32();
        (await fixture.Server.GetAsync($"/api/v1/test-runs/{runId}", Ct)).GetProperty("status").GetString().ShouldBe("running");
        gate.SetResult();
        (await fixture.EndOfAsync(runId)).GetProperty("status").GetString().ShouldBe("passed");
    }

    [Fact, Trait("Req", "S004-RUN-01")]
    public async Task Unknown_suites_and_environments_are_named()
    {
        var suite = await fixture.SuiteAsync(await fixture.ProjectAsync(), "{}", Get("/"));

        (await RefusedAsync(999_999, new { }, HttpStatusCode.NotFound)).ShouldBe("Suite 999999 not found");
        (await RefusedAsync(suite, new { environment_id = 999_999 }, HttpStatusCode.NotFound)).ShouldBe("Environment 999999 not found");
    }

    [Fact, Trait("Req", "S004-RUN-01"), Trait("Trap", "T004-53")]
    public async Task Without_an_environment_the_projects_local_one_is_used_or_the_run_is_refused()
    {
        await using var target = await Target.StartAsync();
        var project = await fixture.ProjectAsync();
        var suite = await fixture.SuiteAsync(project, "{}", Get("/"));
        using var refused = await fixture.Client.PostAsJsonAsync($"/api/v1/test-suites/{suite}/run", new { }, Ct);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync(Ct)).ShouldContain("environment_required");

        await fixture.EnvironmentAsync(project, target.Url);
        var run = await fixture.RunAsync(suite);

        run.GetProperty("environment").GetString().ShouldBe("local");
        run.GetProperty("triggered_by").GetString().ShouldBe("manual");
        target.Requests.ShouldHaveSingleItem();
    }

    [Fact, Trait("Req", "S004-RUN-11")]
    public async Task A_remote_target_is_reached_by_the_host_of_docker_host_as_well()
    {
        var host = Requires.OwnAddress().ToString();
        await using var target = await Target.StartAsync(context => context.Response.WriteAsync("fine", context.RequestAborted), host);
        var project = await fixture.ProjectAsync();
        await fixture.Server.PostAsync($"/api/v1/projects/{project}/environments", new { Name = "local", DockerHost = host, Port = target.Url.Port }, Ct);

        var run = await fixture.RunAsync(await fixture.SuiteAsync(project, "{}", Get("/")));

        run.GetProperty("status").GetString().ShouldBe("passed");
        run.GetProperty("base_url").GetString().ShouldBe($"http://{host}:{target.Url.Port}/");
        target.Requests.ShouldHaveSingleItem();
    }

    [Fact, Trait("Trap", "T004-47")]
    public async Task A_suite_without_cases_ends_as_error_and_says_why()
    {
        await using var target = await Target.StartAsync();

        var run = await fixture.RunAsync(await fixture.SuiteAgainstAsync(target, "{}"));

        run.GetProperty("status").GetString().ShouldBe("error");
        run.GetProperty("message").GetString().ShouldStartWith("No case ran");
        run.GetProperty("finished_at").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public async Task A_filter_runs_only_what_fits()
    {
        await using var target = await Target.StartAsync();
        var suite = await fixture.SuiteAgainstAsync(target, "{}", Get("/a/1"), Get("/a/2"), Get("/b/1"));

        var run = await fixture.RunAsync(suite, new { filter = new[] { "/a/" } });

        run.GetProperty("total").GetInt32().ShouldBe(2);
        target.Requests.Select(r => r.Path).Order().ShouldBe(["/a/1", "/a/2"]);
    }

    private async Task<string?> RefusedAsync(int suite, object body, HttpStatusCode status)
    {
        using var response = await fixture.Client.PostAsJsonAsync($"/api/v1/test-suites/{suite}/run", body, Ct);
        response.StatusCode.ShouldBe(status);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("message").GetString();
    }
}
