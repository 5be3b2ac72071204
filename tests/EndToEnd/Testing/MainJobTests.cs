using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Testing;

/// <summary>What the console is for: scan the sample shop, generate its tests, run them, look at a failure, compare environments.</summary>
public sealed class MainJobTests(Chromium chromium, ConsoleServer server, Shop shop) : IClassFixture<Shop>
{
    private async Task<(Visit Visit, int Project)> BeginAsync()
    {
        var project = await server.CreateProjectAsync(ConsoleServer.NewName("loja"));
        await Suites.EnvironmentAsync(server.Server, project, "local", shop.Url);
        await Suites.EnvironmentAsync(server.Server, project, "production", shop.Url, isProtected: true);
        var visit = await (await Visit.BeginAsync(chromium, server.Server, height: 1000)).SignInAsync();
        return (await visit.OpenAsync($"/projects/{project}/tests"), project);
    }

    private static FilePayload Upload() => new() { Name = "loja.zip", MimeType = "application/zip", Buffer = Shop.Source() };

    [Fact]
    [Trait("Req", "S004-TUI-04")]
    [Trait("Trap", "T004-69")]
    public async Task By_mouse()
    {
        var (visit, project) = await BeginAsync();
        await using var owned = visit;
        visit.Expects(422);
        var page = visit.Page;
        var components = page.GetByRole(AriaRole.Region, new() { Name = "Components Discovered", Exact = true });

        // Nothing was scanned yet: there is no last source, so Rescan asks for one.
        await components.GetByRole(AriaRole.Button, new() { Name = "Rescan" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Scan", Exact = true }).ClickAsync();
        await Expect(dialog.GetByText("Say what to scan.")).ToBeVisibleAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(Upload());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Scan", Exact = true }).ClickAsync();
        await Expect(dialog.GetByText("Scan done:")).ToBeVisibleAsync();
        (await visit.BreachesAsync()).ShouldBeEmpty();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).Last.ClickAsync();
        await Expect(components.GetByText("components/login.q", new() { Exact = true })).ToBeVisibleAsync();

        await components.GetByRole(AriaRole.Button, new() { Name = "Generate Tests" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Show what would change" }).ClickAsync();
        var difference = dialog.GetByRole(AriaRole.Region, new() { Name = "What would change" });
        await Expect(difference.GetByRole(AriaRole.Heading, new() { Name = "New (" })).ToBeVisibleAsync();
        await Expect(difference.GetByText("Smoke: login loads")).ToBeVisibleAsync();
        (await server.ReadAsync($"/api/v1/projects/{project}/test-suites")).GetArrayLength().ShouldBe(0);
        await visit.LookAsync("generate");
        (await visit.BreachesAsync()).ShouldBeEmpty();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Write " }).ClickAsync();

        var cases = page.GetByRole(AriaRole.Table, new() { Name = "Test Cases" });
        var row = cases.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByTitle("Smoke: login loads", new() { Exact = true }) });
        await Expect(row.GetByRole(AriaRole.Link)).ToHaveTextAsync("login loads");
        await Expect(row.GetByRole(AriaRole.Img, new() { Name = "Smoke" })).ToBeVisibleAsync();
        await Expect(row).ToContainTextAsync("Not run yet");

        await page.GetByRole(AriaRole.Button, new() { Name = "Run All ▶" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Run again" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.List, new() { Name = "Why cases failed" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await page.GetByRole(AriaRole.Table, new() { Name = "Results" }).GetByRole(AriaRole.Row).Nth(1).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).GetByText("Not as expected").First).ToBeVisibleAsync();
        await visit.LookAsync("shop-failure");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Link, new() { Name = "← Auto Suite" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Run All ▶" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "Production (protected)" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Run again" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Link, new() { Name = "← Auto Suite" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Failing in Local:" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Environment Comparison" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await visit.LookAsync("shop-suite");
    }

    [Fact]
    [Trait("Req", "S004-TUI-04")]
    public async Task By_keyboard()
    {
        var (visit, project) = await BeginAsync();
        await using var owned = visit;
        visit.Expects(422);
        var keyboard = visit.Page.Keyboard;
        await Suites.ScanAsync(server.Server, project, Shop.Source());

        await Expect(visit.Page.GetByText("components/login.q", new() { Exact = true })).ToBeVisibleAsync();

        // Rescan: an upload is not kept, so the source is asked for again; Escape leaves.
        await PressOnAsync(visit, AriaRole.Button, "Rescan");
        await Expect(visit.Page.GetByText("The last source cannot be read again by itself.")).ToBeVisibleAsync();
        await keyboard.PressAsync("Escape");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await PressOnAsync(visit, AriaRole.Button, "Generate Tests");
        await Expect(visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Into the suite" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = "What would change" })).ToBeVisibleAsync();
        await keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Table, new() { Name = "Test Cases" })).ToBeVisibleAsync();

        await PressOnAsync(visit, AriaRole.Button, "Run All ▶");
        await Expect(visit.Page.GetByRole(AriaRole.Radio, new() { Name = "Local" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run again" })).ToBeVisibleAsync(new() { Timeout = 60_000 });

        var row = visit.Page.GetByRole(AriaRole.Table, new() { Name = "Results" }).GetByRole(AriaRole.Row).Nth(1);
        await row.FocusAsync();
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog).GetByText("Open the case")).ToBeVisibleAsync();
        await keyboard.PressAsync("Escape");
        await PressOnAsync(visit, AriaRole.Link, "← Auto Suite");
        await Expect(visit.Page.GetByRole(AriaRole.List, new() { Name = "Environment Comparison" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
    }

    /// <summary>As somebody without a mouse: the element takes the focus, and Enter does the rest.</summary>
    private static async Task PressOnAsync(Visit visit, AriaRole role, string name)
    {
        var element = visit.Page.GetByRole(role, new() { Name = name });
        await element.FocusAsync();
        await Expect(element).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
    }
}
