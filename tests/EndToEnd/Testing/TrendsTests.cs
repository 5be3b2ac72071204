using Alicerce.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Testing;

/// <summary>What many runs and many cases look like.</summary>
public sealed class TrendsTests(Chromium chromium, ConsoleServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TestServer Server => server.Server;

    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 390)]
    public async Task Trends_show_each_run_and_the_flaky_case(string theme, int width)
    {
        var turn = 0;
        await using var target = await Target.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/turns" && turn % 2 == 1 ? 500 : 200;
            return context.Response.WriteAsync("fine", context.RequestAborted);
        });
        var project = await server.CreateProjectAsync(ConsoleServer.NewName("trends"));
        var environment = await Suites.EnvironmentAsync(Server, project, "local", target.Url);
        var suite = await Suites.SuiteAsync(Server, project);
        await Suites.CaseAsync(Server, suite, "now and then", "smoke", "/turns");
        await Suites.CaseAsync(Server, suite, "always", "smoke", "/always");
        for (turn = 0; turn < 4; turn++) await Suites.RunAsync(Server, suite, environment);

        await using var visit = await (await Visit.BeginAsync(chromium, Server, width, 900, theme)).SignInAsync();
        await visit.OpenAsync($"/projects/{project}/tests");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Trends" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Trends");
        await Expect(visit.Page.GetByRole(AriaRole.List, new() { Name = "Cases passed and failed in 4 runs" }).GetByRole(AriaRole.Link)).ToHaveCountAsync(4);
        var flaky = visit.Page.GetByRole(AriaRole.Table, new() { Name = "Flaky cases" });
        await Expect(flaky.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await Expect(flaky.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("now and then");
        await visit.LookAsync($"trends-{theme}-{width}");
        (await visit.BreachesAsync()).ShouldBeEmpty();
        (await visit.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
    }

    [Fact]
    [Trait("Req", "S004-TUI-05")]
    public async Task Ten_thousand_cases_are_read_as_they_come_into_sight()
    {
        var project = await server.CreateProjectAsync(ConsoleServer.NewName("large"));
        var suite = await Suites.SuiteAsync(Server, project);
        var file = string.Join('\n', ["cases:", .. Enumerable.Range(1, 10_000).Select(i => $"  - {{ key: case {i}, name: case {i}, request: GET /{i} }}")]);
        using var content = new StringContent(file, System.Text.Encoding.UTF8, "application/yaml");
        using (var answer = await Server.Client.PostAsync($"/api/v1/test-suites/{suite}/import", content, Ct)) answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Ct));
        await using var visit = await (await Visit.BeginAsync(chromium, Server)).SignInAsync();
        await visit.OpenAsync($"/projects/{project}/tests");
        var table = visit.Page.GetByRole(AriaRole.Table, new() { Name = "Test Cases" });
        await Expect(table).ToHaveAttributeAsync("aria-rowcount", "10001");
        await table.GetByRole(AriaRole.Row).Nth(1).FocusAsync();
        await visit.Page.Keyboard.PressAsync("End");
        await Expect(table.GetByRole(AriaRole.Link, new() { Name = "case 10000", Exact = true })).ToBeVisibleAsync();
        (await table.GetByRole(AriaRole.Row).CountAsync()).ShouldBeLessThan(100);
    }
}
