using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Identity;

public sealed class ProfileTests(Chromium chromium, ConsoleServer server)
{
    [Fact]
    public async Task A_token_is_shown_once_and_can_be_revoked()
    {
        var (_, email) = await server.CreateUserAsync("developer");
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync(email);
        await visit.OpenAsync("/profile");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "New token" }).ClickAsync();
        await visit.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("ci");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        var shown = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Your new token" });
        await Expect(shown).ToContainTextAsync("alc_");
        (await visit.BreachesAsync()).ShouldBeEmpty();
        await shown.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(visit.Page.GetByText("alc_")).ToHaveCountAsync(0);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke ci" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
        await Expect(visit.Page.GetByText("No access tokens")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Another_browser_is_signed_out_from_here()
    {
        var (_, email) = await server.CreateUserAsync("developer");
        await using var other = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync(email);
        other.Expects(401);
        await other.OpenAsync("/projects");
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync(email);
        await visit.OpenAsync("/profile");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out all others" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out all others" })).ToHaveCountAsync(0);
        await other.Page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await other.Page.GetByRole(AriaRole.Link, new() { Name = "Profile" }).ClickAsync();
        await Expect(other.Page.GetByText("Your session has ended.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Mistakes_in_a_new_password_stand_at_their_fields()
    {
        var (_, email) = await server.CreateUserAsync("developer");
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync(email);
        visit.Expects(422);
        await visit.OpenAsync("/profile");
        await visit.Page.GetByLabel("Present password").FillAsync(ConsoleServer.Phrase);
        await visit.Page.GetByLabel("New password", new() { Exact = true }).FillAsync("short");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Change the password" }).ClickAsync();
        await Expect(visit.Page.GetByText("Use 12 to 128 characters.")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByLabel("New password", new() { Exact = true })).ToHaveAccessibleDescriptionAsync("Use 12 to 128 characters. At least 12 characters. A phrase is easy to remember.");
        (await visit.BreachesAsync()).ShouldBeEmpty();
    }
}
