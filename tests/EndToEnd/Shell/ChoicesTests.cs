using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Shell;

/// <summary>Language, appearance, project: chosen once, and remembered.</summary>
public sealed class ChoicesTests(Chromium chromium, ConsoleServer server)
{
    [Fact]
    public async Task The_browser_s_language_is_spoken_and_another_one_is_kept_once_chosen()
    {
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server, locale: "pt-PT")).SignInAsync();
        await visit.OpenAsync("/settings");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Configurações" })).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Conta: Ana Admin" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitemradio, new() { Name = "English" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Settings" })).ToBeVisibleAsync();
        (await visit.Page.GetAttributeAsync("html", "lang")).ShouldBe("en");

        await visit.Page.ReloadAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Settings" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_system_s_appearance_is_followed_and_another_one_is_kept_once_chosen()
    {
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server, theme: "dark")).SignInAsync();
        await visit.OpenAsync("/settings");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-mantine-color-scheme", "dark");
        await visit.Page.GetByLabel("Appearance").SelectOptionAsync("Light");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-mantine-color-scheme", "light");
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-mantine-color-scheme", "light");
    }

    [Fact]
    public async Task The_chosen_project_is_in_the_address_and_remembered()
    {
        var name = ConsoleServer.NewName("chosen");
        var id = await server.CreateProjectAsync(name);
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.OpenAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Project: All projects" }).ClickAsync();
        await visit.Page.GetByLabel("Find a project").FillAsync(name);
        await visit.Page.GetByRole(AriaRole.Option, new() { Name = name }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Project: {name}" })).ToBeVisibleAsync();
        visit.Page.Url.ShouldEndWith($"?project={id}");

        await visit.OpenAsync("/settings");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Project: {name}" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_a_phone_the_navigation_is_a_drawer_that_closes_behind_one()
    {
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server, width: 390)).SignInAsync();
        await visit.OpenAsync();
        var settings = visit.Page.GetByRole(AriaRole.Link, new() { Name = "Settings" });
        await Expect(settings).ToBeHiddenAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Open navigation" }).ClickAsync();
        await settings.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Settings" })).ToBeVisibleAsync();
        await Expect(settings).ToBeHiddenAsync();
    }
}
