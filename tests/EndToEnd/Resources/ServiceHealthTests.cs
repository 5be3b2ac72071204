using Alicerce.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Resources;

/// <summary>Services that really listen, or really do not.</summary>
public sealed class ServiceHealthTests(Chromium chromium, ConsoleServer server)
{
    [Fact]
    [Trait("Req", "S004-UI-07")]
    [Trait("Req", "S004-UI-08")]
    public async Task A_service_is_registered_checked_by_the_button_and_deregistered()
    {
        var project = await server.CreateProjectAsync(ConsoleServer.NewName("shop"));
        await using var target = Misbehaving.Saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        visit.Expects(422);
        await visit.OpenAsync($"/resources?project={project}");
        await Expect(visit.Page.GetByText("No service is registered")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("Last check: never")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run Health Check" })).ToBeDisabledAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Register service" }).ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Register a service" });
        await dialog.GetByLabel("Name").FillAsync("shop-web");
        await dialog.GetByLabel("Host").FillAsync("http://127.0.0.1");
        await dialog.GetByLabel("Port").FillAsync($"{target.Port}");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Register", Exact = true }).ClickAsync();
        await Expect(dialog.GetByText("Write a host name or an IP address.")).ToBeVisibleAsync();
        await dialog.GetByLabel("Host").FillAsync("127.0.0.1");
        await dialog.GetByLabel("Check every (seconds)").FillAsync("86400");
        await visit.LookAsync("register-service");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Register", Exact = true }).ClickAsync();
        var line = visit.Page.GetByRole(AriaRole.List, new() { Name = "Service Health" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = "shop-web" });
        await Expect(line).ToContainTextAsync($"http://127.0.0.1:{target.Port}/health");

        var run = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run Health Check" });
        await visit.Page.RunAndWaitForResponseAsync(() => run.ClickAsync(), answer => answer.Url.Contains("/health-check?name=shop-web", StringComparison.Ordinal) && answer.Ok);
        await Expect(visit.Page.GetByText("1 of 1 services are well.")).ToBeVisibleAsync();
        await Expect(line.GetByRole(AriaRole.Img, new() { Name = "Healthy" })).ToHaveTextAsync("●");
        await Expect(line.GetByText("ms", new() { Exact = false })).ToBeVisibleAsync();
        await Expect(line.GetByText("100% up")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("Last check: never")).ToHaveCountAsync(0);
        await Expect(visit.Page.GetByText("s ago", new() { Exact = false })).ToBeVisibleAsync();

        await line.GetByRole(AriaRole.Button, new() { Name = "Actions for shop-web" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Deregister" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Deregister shop-web?" }).GetByRole(AriaRole.Button, new() { Name = "Deregister" }).ClickAsync();
        await Expect(visit.Page.GetByText("No service is registered")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_run_shows_how_far_it_is_while_one_service_keeps_it_waiting()
    {
        var project = await server.CreateProjectAsync(ConsoleServer.NewName("shop"));
        await using var well = Misbehaving.Saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await using var hanging = Misbehaving.Silent();
        foreach (var (name, port) in ((string, int)[])[("well", well.Port), ("hanging", hanging.Port)])
        {
            await server.Server.PostAsync(
                "/api/v1/resources/services", new { Name = name, Host = "127.0.0.1", Port = port, ProjectId = project, HealthInterval = 86400 }, TestContext.Current.CancellationToken);
        }

        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.OpenAsync($"/resources?project={project}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run Health Check" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Progressbar)).ToHaveAccessibleNameAsync("Checked 1 of 2");
        await Expect(visit.Page.GetByText("1 of 2 services are well.")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);
        await Expect(visit.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "hanging" })).ToContainTextAsync("[N/A]");
    }
}
