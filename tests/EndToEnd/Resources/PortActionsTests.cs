using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Resources;

/// <summary>What is done with ports on the Resource Manager; each test has hosts and projects of its own.</summary>
public sealed class PortActionsTests(Chromium chromium, ConsoleServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "S004-UI-02")]
    [Trait("Trap", "T004-71")]
    public async Task A_port_outside_of_all_ranges_is_reserved_and_another_browser_sees_it_without_reading_anew()
    {
        var (project, host) = (await server.CreateProjectAsync(ConsoleServer.NewName("shop")), ConsoleServer.NewName("host"));
        await using var other = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await other.OpenAsync($"/resources?project={project}");
        await Expect(other.Page.GetByText("No port is held here")).ToBeVisibleAsync();
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.OpenAsync($"/resources?project={project}");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "+ Reserve Port" }).ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Reserve a port" });
        await dialog.GetByLabel("Port", new() { Exact = true }).FillAsync("80");
        await dialog.GetByLabel("Host", new() { Exact = true }).FillAsync(host);
        await dialog.GetByLabel("Type").SelectOptionAsync("web");
        await dialog.GetByLabel("Reason").FillAsync("production-only");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Reserve", Exact = true }).ClickAsync();

        foreach (var page in (IPage[])[visit.Page, other.Page])
        {
            var row = Row(page, "[reserved]");
            await Expect(row).ToContainTextAsync("production-only");
            await Expect(row).ToContainTextAsync("⊘ Rsvd");
            await Expect(row.GetByRole(AriaRole.Cell, new() { Name = "web", Exact = true })).ToBeVisibleAsync();
        }

        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_conflict_says_who_holds_the_port_and_the_next_free_one_is_one_button_away()
    {
        var (name, host) = (ConsoleServer.NewName("shop"), ConsoleServer.NewName("host"));
        var project = await server.CreateProjectAsync(name);
        await AllocateAsync("web", host, project, 8000);
        await AllocateAsync("api", host, project, 8001);
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        visit.Expects(409);
        await visit.OpenAsync($"/resources?project={project}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "+ Reserve Port" }).ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Reserve a port" });
        await dialog.GetByLabel("Port", new() { Exact = true }).FillAsync("8000");
        await dialog.GetByLabel("Host", new() { Exact = true }).FillAsync(host);
        await dialog.GetByLabel("Service").FillAsync("jobs");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Reserve", Exact = true }).ClickAsync();

        var alert = dialog.GetByRole(AriaRole.Alert);
        await Expect(alert).ToContainTextAsync($"Port 8000 on {host} is taken");
        await Expect(alert).ToContainTextAsync($"Held by web of project {name}. The next free one is 8002.");
        await visit.LookAsync("port-taken");
        (await visit.BreachesAsync()).ShouldBeEmpty();
        await alert.GetByRole(AriaRole.Button, new() { Name = "Take 8002 instead" }).ClickAsync();
        await Expect(Row(visit.Page, "jobs")).ToContainTextAsync("8002");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Mistakes_stand_at_their_fields()
    {
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        visit.Expects(422);
        await visit.OpenAsync("/resources");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "+ Reserve Port" }).ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Reserve a port" });
        var send = dialog.GetByRole(AriaRole.Button, new() { Name = "Reserve", Exact = true });
        await send.ClickAsync();
        await Expect(dialog.GetByText("This is required.")).ToBeVisibleAsync();
        await dialog.GetByLabel("Port", new() { Exact = true }).FillAsync("8700");
        await dialog.GetByLabel("Host", new() { Exact = true }).FillAsync("no such host!");
        await dialog.GetByLabel("Service").FillAsync("-bad-");
        await send.ClickAsync();
        await Expect(dialog.GetByText("Write a host name or an IP address.")).ToBeVisibleAsync();
        await Expect(dialog.GetByText("Use letters and digits, with hyphens", new() { Exact = false })).ToBeVisibleAsync();
        await Expect(dialog.GetByLabel("Host", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task Who_lost_the_role_meanwhile_is_told_which_one_is_needed_and_a_viewer_is_offered_nothing_to_change()
    {
        var (project, host) = (await server.CreateProjectAsync(ConsoleServer.NewName("shop")), ConsoleServer.NewName("host"));
        await AllocateAsync("web", host, project, 8000);
        var (id, email) = await server.CreateUserAsync("viewer");
        await JoinAsync(project, id, "developer");
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync(email);
        visit.Expects(403);
        await visit.OpenAsync($"/resources?project={project}");
        await OpenMenuAsync(visit.Page, "web 8000", "Release");
        await JoinAsync(project, id, "viewer");
        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Release port 8000?" });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Release", Exact = true }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("You may not do this");
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("This needs the role “Developer” here.");
        await visit.Page.Keyboard.PressAsync("Escape");

        await visit.OpenAsync($"/resources?project={project}");
        await Expect(Row(visit.Page, "web")).ToContainTextAsync("● Used");
        foreach (var button in (string[])["+ Reserve Port", "Allocate a port", "Register service", "Run Health Check", "Add range", "Add name"])
            await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = button })).ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Actions for web 8000" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Menuitem)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_port_is_released_its_history_read_and_it_is_reserved_again()
    {
        var (project, host) = (await server.CreateProjectAsync(ConsoleServer.NewName("shop")), ConsoleServer.NewName("host"));
        await AllocateAsync("web", host, project, 8000);
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.OpenAsync($"/resources?project={project}");
        await OpenMenuAsync(visit.Page, "web 8000", "Release");
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Release", Exact = true }).ClickAsync();
        await Expect(Row(visit.Page, "web")).ToContainTextAsync("○ Free");

        await OpenMenuAsync(visit.Page, "web 8000", "Reserve again");
        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Reserve a port" });
        await Expect(dialog.GetByLabel("Port", new() { Exact = true })).ToHaveValueAsync("8000");
        await Expect(dialog.GetByLabel("Host", new() { Exact = true })).ToHaveValueAsync(host);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Reserve", Exact = true }).ClickAsync();
        await Expect(Row(visit.Page, "web")).ToContainTextAsync("⊘ Rsvd");
        await Expect(visit.Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);

        await OpenMenuAsync(visit.Page, "web 8000", "History");
        var history = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = $"History of port 8000 on {host}" });
        await Expect(history.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await Expect(history.GetByRole(AriaRole.Listitem).Nth(0)).ToContainTextAsync("⊘ Rsvd");
        await Expect(history.GetByRole(AriaRole.Listitem).Nth(1)).ToContainTextAsync("○ Free");
        await visit.LookAsync("port-history");
        (await visit.BreachesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_port_is_checked_and_a_service_is_given_one_by_keyboard_alone()
    {
        var (project, host) = (await server.CreateProjectAsync(ConsoleServer.NewName("shop")), ConsoleServer.NewName("host"));
        await AllocateAsync("web", host, project, 8000);
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.OpenAsync($"/resources?project={project}");
        var keyboard = visit.Page.Keyboard;

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check a port" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByLabel("Port", new() { Exact = true })).ToBeFocusedAsync();
        await keyboard.TypeAsync("8000");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Control+A");
        await keyboard.TypeAsync(host);
        await keyboard.PressAsync("Enter");
        var answer = visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Status);
        await Expect(answer).ToContainTextAsync($"Port 8000 on {host} is taken");
        await Expect(answer).ToContainTextAsync("The next free one is 8001.");
        await keyboard.PressAsync("Escape");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Allocate a port" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByLabel("Service", new() { Exact = true })).ToBeFocusedAsync();
        await keyboard.TypeAsync("mail");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Control+A");
        await keyboard.TypeAsync(host);
        await keyboard.PressAsync("Enter");
        await Expect(Row(visit.Page, "mail")).ToContainTextAsync("8001");
    }

    [Fact]
    public async Task Host_names_are_added_and_removed_and_the_machines_drift_is_shown()
    {
        var (alias, host) = ($"10.99.{Random.Shared.Next(256)}.{Random.Shared.Next(1, 255)}", ConsoleServer.NewName("host"));
        var service = ConsoleServer.NewName("idle");
        await server.Server.PostAsync("/api/v1/resources/ports/allocate", new { ServiceName = service }, Ct);
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.OpenAsync("/resources");
        await Expect(visit.Page.GetByRole(AriaRole.List, new() { Name = "Given, but nothing listens there" })).ToContainTextAsync("idle-");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add name" }).ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Other name").FillAsync(alias);
        await dialog.GetByLabel("Host").FillAsync(host);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(visit.Page.GetByText($"{alias} is {host}")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Remove name {alias}" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = $"Remove name {alias}" }).ClickAsync();
        await Expect(visit.Page.GetByText($"{alias} is {host}")).ToHaveCountAsync(0);
    }

    private static ILocator Row(IPage page, string service) => page.GetByRole(AriaRole.Table, new() { Name = "Port Allocations" }).GetByRole(AriaRole.Row).Filter(new() { HasText = service });

    private static async Task OpenMenuAsync(IPage page, string row, string item)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Actions for {row}" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = item, Exact = true }).ClickAsync();
    }

    private Task AllocateAsync(string service, string host, int project, int port) =>
        server.Server.PostAsync("/api/v1/resources/ports/allocate", new { ServiceName = service, Host = host, ProjectId = project, PreferredPort = port }, Ct);

    private async Task JoinAsync(int project, int user, string role)
    {
        using var answer = await server.Client.PutAsync($"/api/v1/projects/{project}/members/{user}", System.Net.Http.Json.JsonContent.Create(new { role }), Ct);
        answer.EnsureSuccessStatusCode();
    }
}
