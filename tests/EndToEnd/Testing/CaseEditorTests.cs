using System.Net.Http.Json;
using Alicerce.Harness;
using Alicerce.Platform.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Testing;

/// <summary>Cases written and changed by hand.</summary>
public sealed class CaseEditorTests(Chromium chromium, ConsoleServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TestServer Server => server.Server;

    private async Task<Visit> VisitAsync(string path, int width = 1280, string theme = "light") =>
        await (await (await Visit.BeginAsync(chromium, Server, width, 1000, theme)).SignInAsync()).OpenAsync(path);

    private async Task<(int Project, int Suite)> SuiteAsync()
    {
        var project = await server.CreateProjectAsync(ConsoleServer.NewName("cases"));
        return (project, await Suites.SuiteAsync(Server, project));
    }

    private static ILocator Field(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });

    [Fact]
    [Trait("Req", "S004-GEN-12")]
    [Trait("Req", "S004-TUI-07")]
    public async Task A_case_is_added_by_hand_with_assertions_and_is_in_the_list()
    {
        var (project, suite) = await SuiteAsync();
        await using var visit = await VisitAsync($"/projects/{project}/tests");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "+ Add Test" }).ClickAsync();
        await Field(visit, "Name").FillAsync("The front page greets");
        await Field(visit, "Path").FillAsync("/welcome");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add an assertion" }).ClickAsync();
        var second = visit.Page.GetByRole(AriaRole.Group, new() { Name = "Assertion 2" });
        await second.GetByRole(AriaRole.Combobox, new() { Name = "What" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Option, new() { Name = "JSON value" }).ClickAsync();
        await second.GetByRole(AriaRole.Textbox, new() { Name = "JSON path" }).FillAsync("$.id");
        await second.GetByRole(AriaRole.Textbox, new() { Name = "Value" }).FillAsync("7");
        await visit.LookAsync("case-editor");
        (await visit.BreachesAsync()).ShouldBeEmpty();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add test" }).ClickAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Table, new() { Name = "Test Cases" }).GetByRole(AriaRole.Link, new() { Name = "The front page greets" })).ToBeVisibleAsync();
        var made = (await Server.GetAsync($"/api/v1/test-suites/{suite}/cases", Ct)).EnumerateArray().ShouldHaveSingleItem();
        made.GetProperty("target").GetString().ShouldBe("/welcome");
        made.GetProperty("assertions")[0].GetProperty("value").GetInt32().ShouldBe(200);
        made.GetProperty("assertions")[1].GetProperty("value").GetInt32().ShouldBe(7);
    }

    [Fact]
    [Trait("Req", "S004-GEN-12")]
    public async Task Mistakes_stand_at_their_fields_those_of_the_server_too()
    {
        var (project, suite) = await SuiteAsync();
        await using var visit = await VisitAsync($"/projects/{project}/tests/suites/{suite}/new-case");
        visit.Expects(422);
        await Field(visit, "Path").FillAsync("login");
        await visit.Page.GetByRole(AriaRole.Group, new() { Name = "Assertion 1" }).GetByRole(AriaRole.Textbox, new() { Name = "Value" }).FillAsync("20");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add test" }).ClickAsync();
        await Expect(visit.Page.GetByText("Give the test a name.")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("A path begins with a slash, like /login.")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("A status such as 200, or a class such as 2xx.")).ToBeVisibleAsync();

        await Field(visit, "Name").FillAsync(new string('n', 400));
        await Field(visit, "Path").FillAsync("/login");
        await visit.Page.GetByRole(AriaRole.Group, new() { Name = "Assertion 1" }).GetByRole(AriaRole.Textbox, new() { Name = "Value" }).FillAsync("2xx");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add test" }).ClickAsync();
        await Expect(visit.Page.GetByText("name has 1 to")).ToBeVisibleAsync();
        await Expect(Field(visit, "Name")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    [Trait("Req", "S004-GEN-12")]
    public async Task A_case_that_somebody_changed_meanwhile_offers_the_newer_version()
    {
        var (project, suite) = await SuiteAsync();
        var id = await Suites.CaseAsync(Server, suite, "before", "smoke", "/a");
        await using var visit = await VisitAsync($"/projects/{project}/tests/cases/{id}");
        visit.Expects(412);
        // What it was must have been read before it changes.
        await Expect(Field(visit, "Name")).ToHaveValueAsync("before");
        using (var other = await Server.Client.PatchAsJsonAsync($"/api/v1/test-cases/{id}", new { Name = "by another" }, ApiJson.Options, Ct)) other.EnsureSuccessStatusCode();
        await Field(visit, "Description").FillAsync("mine");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(visit.Page.GetByText("Somebody changed this meanwhile")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Load the newer version" }).ClickAsync();
        await Expect(Field(visit, "Name")).ToHaveValueAsync("by another");
        await Field(visit, "Description").FillAsync("mine");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "by another" })).ToBeVisibleAsync();
        (await Server.GetAsync($"/api/v1/test-cases/{id}", Ct)).GetProperty("description").GetString().ShouldBe("mine");
    }

    [Fact]
    [Trait("Req", "S004-GEN-12")]
    public async Task Changing_the_name_leaves_everything_that_the_form_does_not_show_as_it_is()
    {
        var (project, suite) = await SuiteAsync();
        var made = await Server.PostAsync(
            $"/api/v1/test-suites/{suite}/cases",
            new
            {
                Name = "order",
                TestType = "api",
                Target = "/orders",
                Method = "POST",
                Input = new
                {
                    Headers = new[] { new { Name = "X-Trace", Value = "{{id}}" } },
                    Body = new { Kind = "json", Text = """{"a":1}""", ContentType = "application/hal+json" },
                    Auth = "none",
                    Captures = new[] { new { Name = "order", From = "jsonpath", Subject = "$.id" } },
                },
                Assertions = new object[] { new { Type = "status", Operator = "in", Value = new object[] { 201, "3xx" } }, new { Type = "jsonpath", Subject = "$.id", Operator = "exists" }, new { Type = "no_errors" } },
            }, Ct);
        var id = made.GetProperty("id").GetInt32();
        await using var visit = await VisitAsync($"/projects/{project}/tests/cases/{id}");
        await Field(visit, "Name").First.FillAsync("order again");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "order again" })).ToBeVisibleAsync();
        var after = await Server.GetAsync($"/api/v1/test-cases/{id}", Ct);
        foreach (var part in (string[])["input", "assertions", "method", "target", "mutates", "timeout", "tags"]) after.GetProperty(part).GetRawText().ShouldBe(made.GetProperty(part).GetRawText(), part);
    }

    [Fact]
    public async Task A_stored_scenario_is_suggested_with_its_why_and_fills_name_and_description()
    {
        var (project, suite) = await SuiteAsync();
        await Server.PostAsync("/api/v1/scenarios", new { Title = "User forgets the password and asks for a link", Description = "The link comes by mail.", ProjectId = project }, Ct);
        await Eventually.BecomesTrueAsync(
            async () => (await Server.GetAsync($"/api/v1/suggest?query=forgot+password&project_id={project}", Ct)).GetProperty("results").GetArrayLength() > 0, "the scenario is found", Ct);
        await using var visit = await VisitAsync($"/projects/{project}/tests/suites/{suite}/new-case");
        await Field(visit, "Name").PressSequentiallyAsync("forgets password");
        var option = visit.Page.GetByRole(AriaRole.Option, new() { Name = "User forgets the password" });
        await Expect(option).ToContainTextAsync("alike");
        await Expect(option).ToContainTextAsync("shares");
        await visit.LookAsync("case-suggestions");
        await option.ClickAsync();
        await Expect(Field(visit, "Name")).ToHaveValueAsync("User forgets the password and asks for a link");
        await Expect(Field(visit, "Description")).ToHaveValueAsync("The link comes by mail.");
    }

    [Theory]
    [InlineData("dark", 390)]
    [InlineData("dark", 1280)]
    [InlineData("light", 390)]
    [Trait("Req", "S004-GEN-12")]
    public async Task The_editor_is_accessible_fits_and_deletes_after_asking(string theme, int width)
    {
        var (project, suite) = await SuiteAsync();
        var id = await Suites.CaseAsync(Server, suite, "to go", "api", "/a", "POST", new { Type = "header", Subject = "etag", Operator = "exists" }, new { Type = "duration", Value = 500 });
        await using var visit = await VisitAsync($"/projects/{project}/tests/cases/{id}", width, theme);
        await Expect(Field(visit, "Name").First).ToHaveValueAsync("to go");
        await visit.LookAsync($"case-{theme}-{width}");
        (await visit.BreachesAsync()).ShouldBeEmpty();
        (await visit.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(visit.Page.GetByText("No test cases yet")).ToBeVisibleAsync();
    }
}
