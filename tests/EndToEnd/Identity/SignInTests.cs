using Alicerce.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Identity;

public sealed class SignInTests(Chromium chromium, ConsoleServer server)
{
    [Fact]
    public async Task Whoever_is_not_signed_in_comes_back_to_where_they_wanted()
    {
        await using var visit = await Visit.BeginAsync(chromium, server.Server);
        await visit.OpenAsync("/settings");
        await visit.Page.GetByLabel("E-mail").FillAsync(ConsoleServer.AdminEmail);
        await visit.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(ConsoleServer.Phrase);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Settings" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_password_is_said_without_saying_whose()
    {
        await using var visit = await Visit.BeginAsync(chromium, server.Server);
        visit.Expects(401);
        await visit.OpenAsync("/sign-in");
        await visit.Page.GetByLabel("E-mail").FillAsync("nobody@example.test");
        await visit.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("not the phrase");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("E-mail or password is wrong");
        (await visit.BreachesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_that_ends_leads_to_signing_in_and_back()
    {
        var (id, email) = await server.CreateUserAsync("developer");
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync(email);
        visit.Expects(401);
        await visit.OpenAsync("/profile");
        await EndSessionsAsync(id);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Projects" }).ClickAsync();
        await Expect(visit.Page.GetByText("Your session has ended.")).ToBeVisibleAsync();
        await visit.Page.GetByLabel("E-mail").FillAsync(email);
        await visit.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(ConsoleServer.Phrase);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Projects" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task After_signing_out_the_way_back_is_closed()
    {
        var (_, email) = await server.CreateUserAsync("viewer");
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync(email);
        await visit.OpenAsync("/projects");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Account: Bruno viewer" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in to Alicerce" })).ToBeVisibleAsync();
        await visit.Page.GoBackAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in to Alicerce" })).ToBeVisibleAsync();
    }

    private async Task EndSessionsAsync(int userId)
    {
        await using var command = server.Database.Source.CreateCommand("UPDATE platform.sessions SET revoked_at = now() WHERE user_id = $1");
        command.Parameters.AddWithValue(userId);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}

/// <summary>A server that nobody has used yet.</summary>
public sealed class SetUpTests(Chromium chromium, ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task The_first_admin_comes_in_with_the_token_of_the_data_folder()
    {
        await using var visit = await Visit.BeginAsync(chromium, server.Server);
        visit.Expects(401);
        await visit.OpenAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Set up Alicerce" })).ToBeVisibleAsync();
        await visit.LookAsync("set-up");
        (await visit.BreachesAsync()).ShouldBeEmpty();
        await visit.Page.GetByLabel("Admin token", new() { Exact = true }).FillAsync("alc_wrong");
        await visit.Page.GetByLabel("Your name").FillAsync("Clara Souza");
        await visit.Page.GetByLabel("Your e-mail").FillAsync("clara@example.test");
        await visit.Page.GetByLabel("New password", new() { Exact = true }).FillAsync(ConsoleServer.Phrase);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Create the admin and sign in" }).ClickAsync();
        await Expect(visit.Page.GetByText("This is not the admin token")).ToBeVisibleAsync();
        await visit.Page.GetByLabel("Admin token", new() { Exact = true }).FillAsync(server.Server.Token);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Create the admin and sign in" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Account: Clara Souza" })).ToBeVisibleAsync();
        (await visit.Page.EvaluateAsync<string>("() => JSON.stringify(localStorage) + location.href")).ShouldNotContain(server.Server.Token);
    }
}
