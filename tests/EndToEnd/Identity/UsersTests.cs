using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Identity;

public sealed class UsersTests(Chromium chromium, ConsoleServer server)
{
    [Fact]
    public async Task A_new_user_chooses_a_password_with_the_link_and_comes_in()
    {
        var email = $"{ConsoleServer.NewName("dora")}@example.test";
        await using var admin = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await admin.OpenAsync("/users");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "New user" }).ClickAsync();
        await admin.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Dora Lima");
        await admin.Page.GetByLabel("E-mail", new() { Exact = true }).FillAsync(email);
        await admin.LookAsync("user-dialog");
        (await admin.BreachesAsync()).ShouldBeEmpty();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Create", Exact = true }).ClickAsync();
        var shown = admin.Page.GetByRole(AriaRole.Dialog, new() { Name = "Link for choosing a password" });
        await Expect(shown).ToContainTextAsync("#token=");
        var link = await shown.Locator("pre").InnerTextAsync();

        await using var dora = await Visit.BeginAsync(chromium, server.Server);
        await dora.Page.GotoAsync(link.Trim());
        await dora.Page.GetByLabel("New password", new() { Exact = true }).FillAsync(ConsoleServer.Phrase);
        dora.Page.Url.ShouldNotContain("token");
        await dora.Page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await dora.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await dora.Page.GetByLabel("E-mail", new() { Exact = true }).FillAsync(email);
        await dora.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(ConsoleServer.Phrase);
        await dora.Page.Keyboard.PressAsync("Enter");
        await Expect(dora.Page.GetByRole(AriaRole.Button, new() { Name = "Account: Dora Lima" })).ToBeVisibleAsync();
        await Expect(dora.Page.GetByRole(AriaRole.Link, new() { Name = "Users" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_user_is_found_gets_another_role_and_is_deactivated()
    {
        var (_, email) = await server.CreateUserAsync("viewer");
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.OpenAsync("/users");
        await visit.Page.GetByLabel("Find by name or e-mail").FillAsync(email);
        var row = visit.Page.GetByRole(AriaRole.Row, new() { Name = email });
        await row.ClickAsync();
        await visit.Page.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync("Developer");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(row).ToContainTextAsync("Developer");
        await row.GetByRole(AriaRole.Button, new() { Name = "Actions for Bruno viewer" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Deactivate" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Deactivate" }).ClickAsync();
        await Expect(row).ToContainTextAsync("Deactivated");
    }

    [Fact]
    public async Task An_address_that_another_user_has_is_refused_with_the_reason()
    {
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        visit.Expects(409);
        await visit.OpenAsync("/users");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "New user" }).ClickAsync();
        await visit.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Other Ana");
        await visit.Page.GetByLabel("E-mail", new() { Exact = true }).FillAsync(ConsoleServer.AdminEmail);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Create", Exact = true }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Another user has this e-mail address.");
    }
}
