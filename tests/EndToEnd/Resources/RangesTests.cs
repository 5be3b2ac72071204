using Alicerce.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Resources;

/// <summary>The fill bars of the ranges, with known numbers on a server of their own.</summary>
public sealed class RangesTests(Chromium chromium, RangesTests.FullServer server) : IClassFixture<RangesTests.FullServer>
{
    /// <summary>On forge as many ports are held as the drawing's percentages say, and some on a second host that is less full.</summary>
    public sealed class FullServer : ServerFixture
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await ConsoleServer.GivePasswordAsync(Server, (await Server.GetAsync("/api/v1/auth/me", CancellationToken.None)).GetProperty("id").GetInt32(), ConsoleServer.AdminEmail, "Ana Admin");
            await using var command = Database.Source.CreateCommand(
                """
                INSERT INTO resources.port_allocations (service_name, port, port_type, host, status, allocated_at)
                SELECT 'app-' || port, port, 'app', 'forge', 'allocated', now() FROM generate_series(8000, 8179) AS port
                UNION ALL SELECT 'app-' || port, port, 'app', 'anvil', 'allocated', now() FROM generate_series(8000, 8049) AS port
                UNION ALL VALUES ('db', 5432, 'database', 'forge', 'allocated', now()), ('web', 3000, 'web', 'forge', 'allocated', now())
                """);
            await command.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    [Trait("Req", "S004-UI-06")]
    [Trait("Trap", "T004-68")]
    public async Task Each_range_has_a_bar_of_ten_cells_for_the_fullest_host_or_the_chosen_one()
    {
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.OpenAsync("/resources");
        var panel = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Port Ranges" });
        await ShowsAsync(panel, "app", "8000-8999", 82, 8);
        await ShowsAsync(panel, "database", "5400-5499", 99, 9);
        await ShowsAsync(panel, "cache", "6370-6399", 100, 10);
        await ShowsAsync(panel, "web", "3000-3099", 99, 9);
        await Expect(Line(panel, "queue")).ToContainTextAsync("100% available");
        await Expect(panel.GetByText("All hosts: the share that is free on the fullest one.")).ToBeVisibleAsync();
        await visit.LookAsync("port-ranges");

        await visit.Page.GetByRole(AriaRole.Region, new() { Name = "Port Allocations" }).GetByLabel("Host", new() { Exact = true }).SelectOptionAsync("anvil");
        await Expect(panel.GetByText("The share that is free on anvil.")).ToBeVisibleAsync();
        await ShowsAsync(panel, "app", "8000-8999", 95, 9);
        await ShowsAsync(panel, "database", "5400-5499", 100, 10);
    }

    [Fact]
    public async Task An_admin_adds_changes_and_deletes_a_range_and_hears_when_two_overlap()
    {
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        visit.Expects(409, 422);
        await visit.OpenAsync("/resources");
        var panel = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Port Ranges" });
        await panel.GetByRole(AriaRole.Button, new() { Name = "Add range" }).ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Type").FillAsync("Search!");
        await dialog.GetByLabel("First port").FillAsync("8500");
        await dialog.GetByLabel("Last port").FillAsync("9299");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(dialog.GetByText("Use letters and digits, with hyphens, dots and underscores between them", new() { Exact = false })).ToBeVisibleAsync();

        await dialog.GetByLabel("Type").FillAsync("search");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("app (8000-8999)");

        await dialog.GetByLabel("First port").FillAsync("9200");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(Line(panel, "search")).ToContainTextAsync("9200-9299");

        await panel.GetByRole(AriaRole.Button, new() { Name = "Edit range search" }).ClickAsync();
        await dialog.GetByLabel("Last port").FillAsync("9249");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(Line(panel, "search")).ToContainTextAsync("9200-9249");

        await panel.GetByRole(AriaRole.Button, new() { Name = "Edit range search" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete range" }).ClickAsync();
        await dialog.GetByLabel("Type “search” to confirm").FillAsync("search");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete range" }).ClickAsync();
        await Expect(Line(panel, "search")).ToHaveCountAsync(0);
    }

    private static ILocator Line(ILocator panel, string name) => panel.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"[{name}]" });

    private static async Task ShowsAsync(ILocator panel, string name, string span, int percent, int full)
    {
        var line = Line(panel, name);
        await Expect(line).ToContainTextAsync(span);
        await Expect(line).ToContainTextAsync($"{percent}% available");
        var bar = line.GetByRole(AriaRole.Meter, new() { Name = name });
        await Expect(bar.Locator("[data-full]")).ToHaveCountAsync(10);
        await Expect(bar.Locator("[data-full=true]")).ToHaveCountAsync(full);
    }
}
