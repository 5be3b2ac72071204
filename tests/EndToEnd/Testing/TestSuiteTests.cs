using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Testing;

/// <summary>Every element of the screen that the source draws, with the drawing's own numbers.</summary>
public sealed class TestSuiteTests(Chromium chromium, Blog blog) : IClassFixture<Blog>
{
    private async Task<Visit> OpenAsync(int width = 1280, int height = 1000, string theme = "light", string locale = "en-US") =>
        await (await (await Visit.BeginAsync(chromium, blog.Server, width, height, theme, locale)).SignInAsync()).OpenAsync(blog.Path);

    private static ILocator Panel(Visit visit, string title) => visit.Page.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });

    [Fact]
    [Trait("Req", "S004-TUI-01")]
    public async Task The_title_names_the_project_and_run_all_asks_for_the_environment_and_explains_its_protection()
    {
        await using var visit = await OpenAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Test Suite: {blog.Name}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run All ▶" }).ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByText("20 cases of “Auto Suite”.")).ToBeVisibleAsync();
        await Expect(dialog.GetByRole(AriaRole.Radio, new() { Name = "Dev" })).ToBeCheckedAsync();
        await Expect(dialog.GetByText("Every case runs in Dev")).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "Production (protected)" }).CheckAsync();
        await Expect(dialog.GetByText("Production is protected: cases that change data are skipped there")).ToBeVisibleAsync();
        await visit.LookAsync("run-dialog");
        (await visit.BreachesAsync()).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "S004-TUI-02")]
    [Trait("Req", "S004-TUI-03")]
    public async Task Components_stand_with_their_counts_in_singular_and_plural_and_a_total()
    {
        await using var visit = await OpenAsync();
        var panel = Panel(visit, "Components Discovered");
        var lines = panel.GetByRole(AriaRole.Listitem);
        await Expect(lines).ToHaveTextAsync(
            ["components/admin.q5 actions, 2 forms, 4 queries", "components/login.q3 actions, 1 form, 2 queries", "components/post.q2 actions, 0 forms, 3 queries", "components/search.q1 action, 1 form, 1 query"]);
        await Expect(lines.Locator("svg")).ToHaveCountAsync(4);
        await Expect(panel.GetByText("Total: 4 components | 11 actions | 4 forms | 10 queries", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    [Trait("Req", "S004-TUI-05")]
    [Trait("Req", "S004-TUI-06")]
    public async Task Cases_stand_with_type_name_and_last_result()
    {
        await using var visit = await OpenAsync();
        var table = visit.Page.GetByRole(AriaRole.Table, new() { Name = "Test Cases" });
        await Expect(table.GetByRole(AriaRole.Columnheader)).ToHaveTextAsync(["Type", "Name", "Last Result"]);
        foreach (var (icon, kind, name, result) in new[]
        {
            ("fire", "Smoke", "login.q loads", "● Passed"), ("fire", "Smoke", "admin.q loads", "● Passed"), ("globe", "API", "login action - success", "● Passed"),
            ("globe", "API", "login action - invalid", "● Passed"), ("globe", "API", "createPost action - success", "○ Failed"), ("note", "Form", "login-form submit", "● Passed"),
            ("box", "Query", "getUser executes", "● Passed"),
        })
        {
            var row = table.GetByRole(AriaRole.Row).Filter(new() { HasText = name });
            await Expect(row.GetByRole(AriaRole.Img, new() { Name = kind })).ToHaveAttributeAsync("data-icon", icon);
            await Expect(row.GetByRole(AriaRole.Cell).Last).ToHaveTextAsync(result);
        }
    }

    [Fact]
    [Trait("Req", "S004-TUI-05")]
    public async Task Cases_are_filtered_by_words_type_and_last_result()
    {
        await using var visit = await OpenAsync();
        var panel = Panel(visit, "Test Cases");
        var rows = panel.GetByRole(AriaRole.Row);
        await panel.GetByRole(AriaRole.Searchbox).FillAsync("LOGIN");
        await Expect(rows).ToHaveCountAsync(5);
        await panel.GetByRole(AriaRole.Combobox, new() { Name = "Type" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Option, new() { Name = "API" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(3);
        await panel.GetByRole(AriaRole.Combobox, new() { Name = "Last Result" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Option, new() { Name = "Failed" }).ClickAsync();
        await Expect(panel.GetByText("No case fits")).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Clear the filter" }).ClickAsync();
        await Expect(panel.GetByText("20 cases")).ToBeVisibleAsync();
    }

    [Fact]
    [Trait("Req", "S004-TUI-08")]
    public async Task Runs_stand_newest_first_with_what_passed_and_failed_and_each_can_be_viewed()
    {
        await using var visit = await OpenAsync();
        var table = visit.Page.GetByRole(AriaRole.Table, new() { Name = "Run History" });
        var rows = table.GetByRole(AriaRole.Row);
        await Expect(rows).ToHaveCountAsync(4);
        foreach (var (place, environment, passed, failed) in new[] { (1, "Production", "18/20 ✓", "2 ✗"), (2, "Staging", "20/20 ✓", "0 ✗"), (3, "Dev", "19/20 ✓", "1 ✗") })
        {
            var cells = rows.Nth(place).GetByRole(AriaRole.Cell);
            await Expect(cells.Nth(0)).ToHaveTextAsync($"Run #{blog.Runs[environment.ToLowerInvariant()]}");
            await Expect(cells.Nth(1)).ToHaveTextAsync(environment);
            await Expect(cells.Nth(2)).ToContainTextAsync("ago");
            await Expect(cells.Nth(3)).ToHaveTextAsync(passed);
            await Expect(cells.Nth(4)).ToHaveTextAsync(failed);
        }

        await rows.Nth(1).GetByRole(AriaRole.Link, new() { Name = $"View run #{blog.Runs["production"]}" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Run #{blog.Runs["production"]}");
    }

    [Fact]
    [Trait("Req", "S004-TUI-09")]
    public async Task A_card_an_environment_shows_its_last_run_and_verdict()
    {
        await using var visit = await OpenAsync();
        var cards = Panel(visit, "Environment Comparison").GetByRole(AriaRole.List, new() { Name = "Environment Comparison" }).GetByRole(AriaRole.Listitem);
        await Expect(cards).ToHaveTextAsync(["Dev19/2095%● Pass", "Staging20/20100%● Pass", "Production18/2090%○ Fail"]);
        await cards.Nth(2).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Run #{blog.Runs["production"]}");
    }

    [Fact]
    [Trait("Req", "S004-TUI-10")]
    [Trait("Trap", "T004-72")]
    public async Task What_fails_in_an_environment_is_listed_with_a_short_reason()
    {
        await using var visit = await OpenAsync();
        var panel = Panel(visit, "Environment Comparison");
        await Expect(panel.GetByRole(AriaRole.Heading, new() { Name = "Failing in Production:" })).ToBeVisibleAsync();
        await Expect(panel.GetByRole(AriaRole.List, new() { Name = "Failing in Production:" }).GetByRole(AriaRole.Listitem))
            .ToHaveTextAsync(["createPost action - success (Auth error)", "deletePost action (Permission denied)"]);
    }

    [Fact]
    [Trait("Req", "S004-TUI-07")]
    public async Task Add_test_leads_to_an_empty_case()
    {
        await using var visit = await OpenAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "+ Add Test" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Add a test");
        await Expect(visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true })).ToBeEmptyAsync();
    }

    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 1280)]
    [InlineData("light", 390)]
    [InlineData("dark", 390)]
    [Trait("Req", "S004-TUI-01")]
    public async Task The_screen_is_accessible_and_fits_the_window(string theme, int width)
    {
        await using var visit = await OpenAsync(width, 900, theme);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Failing in Production:" })).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Table, new() { Name = "Test Cases" })).ToBeVisibleAsync();
        await visit.LookAsync($"test-suite-{theme}-{width}");
        (await visit.BreachesAsync()).ShouldBeEmpty();
        (await visit.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
    }

    [Fact]
    public async Task The_screen_speaks_portuguese()
    {
        await using var visit = await OpenAsync(locale: "pt-BR");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Suíte de testes: {blog.Name}");
        await Expect(visit.Page.GetByText("Total: 4 componentes | 11 ações | 4 formulários | 10 consultas")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("createPost action - success (Erro de autenticação)")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Executar tudo ▶" })).ToBeVisibleAsync();
    }
}
