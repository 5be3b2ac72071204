using System.Net.Http.Json;
using Alicerce.Harness;
using Alicerce.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Testing;

/// <summary>A run as somebody watches it: live, in two browsers, cancelled, and afterwards down to what differed.</summary>
public sealed class RunPageTests(Chromium chromium, ConsoleServer server)
{
    private static readonly object[] JsonAssertions =
    [
        new { Type = "status", Operator = "eq", Value = 200 }, new { Type = "jsonpath", Subject = "$.name", Operator = "eq", Value = "Ana" },
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TestServer Server => server.Server;

    private async Task<Visit> VisitAsync(string path, string email = ConsoleServer.AdminEmail, int width = 1280, string theme = "light") =>
        await (await (await Visit.BeginAsync(chromium, Server, width, 900, theme)).SignInAsync(email)).OpenAsync(path);

    /// <returns>A project whose suite has so many cases, with an environment at the target.</returns>
    private async Task<(int Project, int Suite, int Environment)> SuiteAsync(Target target, int cases)
    {
        var project = await server.CreateProjectAsync(ConsoleServer.NewName("runs"));
        var environment = await Suites.EnvironmentAsync(Server, project, "local", target.Url);
        var suite = await Suites.SuiteAsync(Server, project);
        for (var i = 1; i <= cases; i++) await Suites.CaseAsync(Server, suite, $"case {i}", "api", $"/{i}");
        return (project, suite, environment);
    }

    /// <summary>A target that answers only when it is let.</summary>
    private static Task<Target> HeldAsync(Task gate) => Target.StartAsync(async context =>
    {
        await gate.WaitAsync(context.RequestAborted);
        await context.Response.WriteAsync("done");
    });

    [Fact]
    public async Task Two_browsers_see_each_others_run_live()
    {
        var gate = new TaskCompletionSource();
        await using var target = await HeldAsync(gate.Task);
        var (project, _, _) = await SuiteAsync(target, 5);
        await using var one = await VisitAsync($"/projects/{project}/tests");
        await using var other = await VisitAsync($"/projects/{project}/tests");
        await Expect(other.Page.GetByText("No runs yet")).ToBeVisibleAsync();

        await one.Page.GetByRole(AriaRole.Button, new() { Name = "Run All ▶" }).ClickAsync();
        await one.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await Expect(one.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Progress" })).ToHaveAttributeAsync("aria-valuetext", "0 of 5 cases");

        var row = other.Page.GetByRole(AriaRole.Table, new() { Name = "Run History" }).GetByRole(AriaRole.Row).Nth(1);
        await Expect(row).ToContainTextAsync("Running");
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(other.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Progress" })).ToBeVisibleAsync();
        gate.SetResult();
        foreach (var visit in new[] { one, other })
        {
            await Expect(visit.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Progress" })).ToHaveAttributeAsync("aria-valuetext", "5 of 5 cases");
            await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run again" })).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task A_run_is_cancelled_and_cancelling_one_that_has_ended_says_so()
    {
        var gate = new TaskCompletionSource();
        await using var target = await HeldAsync(gate.Task);
        var (_, suite, environment) = await SuiteAsync(target, 2);
        var run = await Suites.StartAsync(Server, suite, environment);
        await using var one = await VisitAsync($"/runs/{run}");
        await using var other = await VisitAsync($"/runs/{run}");
        other.Expects(409);
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel run" }).ClickAsync();
        await one.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel run" }).ClickAsync();
        await one.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Cancel run" }).ClickAsync();
        await Expect(one.Page.GetByText("Cancelled").First).ToBeVisibleAsync();
        await Expect(one.Page.GetByRole(AriaRole.Button, new() { Name = "Download report" })).ToBeVisibleAsync();
        await other.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Cancel run" }).ClickAsync();
        await Expect(other.Page.GetByRole(AriaRole.Dialog).GetByText("The run has already ended.")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 390)]
    public async Task A_failure_shows_its_cause_the_exchange_and_what_differs(string theme, int width)
    {
        await using var target = await Target.StartAsync(async context =>
        {
            context.Response.StatusCode = context.Request.Path == "/broken" ? 500 : 200;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"name":"Bia","id":7}""", context.RequestAborted);
        });
        var (_, suite, environment) = await SuiteAsync(target, 2);
        await Suites.CaseAsync(Server, suite, "the name is right", "api", "/user", "GET", JsonAssertions);
        await Suites.CaseAsync(Server, suite, "the page is there", "smoke", "/broken", "GET", new { Type = "status", Operator = "eq", Value = 200 });
        var run = await Suites.RunAsync(Server, suite, environment);

        await using var visit = await VisitAsync($"/runs/{run}", width: width, theme: theme);
        var causes = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Why cases failed" });
        await Expect(causes.GetByText("2 failures, 2 causes")).ToBeVisibleAsync();
        await visit.LookAsync($"run-{theme}-{width}");
        (await visit.BreachesAsync()).ShouldBeEmpty();
        (await visit.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        await causes.GetByRole(AriaRole.Button, new() { Name = "Not as expected" }).ClickAsync();
        var results = visit.Page.GetByRole(AriaRole.Table, new() { Name = "Results" }).GetByRole(AriaRole.Row);
        await Expect(results).ToHaveCountAsync(2);
        await results.Nth(1).ClickAsync();

        var details = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "the name is right" });
        var difference = details.GetByRole(AriaRole.Region, new() { Name = "Expected and actual" });
        await Expect(difference.GetByRole(AriaRole.Row, new() { Name = "removed Ana" })).ToBeVisibleAsync();
        await Expect(difference.GetByRole(AriaRole.Row, new() { Name = "added Bia" })).ToBeVisibleAsync();
        await Expect(details.GetByText($"GET {target.Url}user")).ToBeVisibleAsync();
        await Expect(details.GetByRole(AriaRole.Region, new() { Name = "Response" })).ToContainTextAsync("\"id\": 7");
        await Expect(details.GetByRole(AriaRole.Button, new() { Name = "Copy as curl" })).ToBeVisibleAsync();
        await visit.LookAsync($"result-{theme}-{width}");
        (await visit.BreachesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_request_is_copied_as_curl_and_reports_are_downloaded()
    {
        await using var target = await Target.StartAsync(("/1", 500));
        var (_, suite, environment) = await SuiteAsync(target, 1);
        var run = await Suites.RunAsync(Server, suite, environment);
        await using var visit = await VisitAsync($"/runs/{run}");
        await visit.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy the curl command" }).First.ClickAsync();
        (await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).ShouldContain($"{target.Url}1");
        foreach (var (item, ending) in new[] { ("HTML, for people", "html"), ("JUnit XML, for CI", "junit.xml"), ("CTRF JSON", "ctrf.json"), ("Markdown", "md") })
        {
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Download report" }).ClickAsync();
            var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = item }).ClickAsync());
            download.SuggestedFilename.ShouldBe($"run-{run}.{ending}");
            (await download.FailureAsync()).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Five_hundred_results_a_second_are_followed_in_a_table_that_stays_small()
    {
        const int count = 2_000;
        await using var target = await Target.StartAsync();
        var (_, suite, environment) = await SuiteAsync(target, 0);
        await ImportAsync(suite, count);
        await using var visit = await VisitAsync("/profile");
        var run = (await Server.PostAsync($"/api/v1/test-suites/{suite}/run", new { EnvironmentId = environment, Rate = 500, Parallel = 16 }, Ct)).GetProperty("run_id").GetInt32();
        await visit.OpenAsync($"/runs/{run}");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Run #{run}");
        await Expect(visit.Page.GetByRole(AriaRole.Table, new() { Name = "Results" })).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Progress" })).ToHaveAttributeAsync("aria-valuetext", "2,000 of 2,000 cases", new() { Timeout = 60_000 });
        (await visit.Page.GetByRole(AriaRole.Row).CountAsync()).ShouldBeLessThan(100);
    }

    private async Task ImportAsync(int suite, int count)
    {
        var file = string.Join('\n', ["cases:", .. Enumerable.Range(1, count).Select(i => $"  - {{ key: case {i}, name: case {i}, request: GET /{i} }}")]);
        using var content = new StringContent(file, System.Text.Encoding.UTF8, "application/yaml");
        using var answer = await Server.Client.PostAsync($"/api/v1/test-suites/{suite}/import", content, Ct);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task A_viewer_may_look_but_is_told_which_role_running_needs()
    {
        await using var target = await Target.StartAsync();
        var (project, suite, environment) = await SuiteAsync(target, 1);
        await Suites.RunAsync(Server, suite, environment);
        var (id, email) = await server.CreateUserAsync("viewer");
        using var member = await Server.Client.PutAsJsonAsync($"/api/v1/projects/{project}/members/{id}", new { Role = "viewer" }, ApiJson.Options, Ct);
        member.IsSuccessStatusCode.ShouldBeTrue();
        await using var visit = await VisitAsync($"/projects/{project}/tests", email);
        visit.Expects(403);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run All ▶" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert)).ToContainTextAsync("developer", new() { IgnoreCase = true });
    }

    [Fact]
    public async Task An_unknown_run_says_that_it_is_not_here()
    {
        await using var visit = await Visit.BeginAsync(chromium, Server);
        visit.Expects(404);
        await visit.SignInAsync();
        await visit.OpenAsync("/runs/999999");
        await Expect(visit.Page.GetByText("This is not here")).ToBeVisibleAsync();
    }
}
