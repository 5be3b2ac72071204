using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Shell;

public sealed class ServerGoneTests(Chromium chromium, ConsoleServer server)
{
    [Fact]
    public async Task While_the_server_is_gone_a_banner_says_so_and_it_heals_by_itself()
    {
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        visit.ExpectsNoServer();
        await visit.OpenAsync("/users");
        await Expect(visit.Page.GetByText(ConsoleServer.AdminEmail)).ToBeVisibleAsync();
        await visit.Context.SetOfflineAsync(true);
        await visit.Page.GetByLabel("Find by name or e-mail").FillAsync("ana@");
        var banner = visit.Page.GetByText("The connection to the server is lost.");
        await Expect(banner).ToBeVisibleAsync();
        await visit.LookAsync("server-gone");
        (await visit.BreachesAsync()).ShouldBeEmpty();
        await visit.Context.SetOfflineAsync(false);
        await Expect(banner).ToBeHiddenAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Row, new() { Name = ConsoleServer.AdminEmail })).ToBeVisibleAsync();
    }
}
