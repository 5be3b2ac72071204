using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Shell;

public sealed class CommandPaletteTests(Chromium chromium, ConsoleServer server)
{
    [Fact]
    public async Task By_keyboard_alone_one_goes_to_a_page_and_to_a_project()
    {
        var name = ConsoleServer.NewName("palette");
        var id = await server.CreateProjectAsync(name);
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.OpenAsync();
        await visit.Page.Keyboard.PressAsync("Control+k");
        var field = visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Type a page, a project or an action" });
        await Expect(field).ToBeFocusedAsync();
        (await visit.BreachesAsync()).ShouldBeEmpty();
        await visit.LookAsync("palette");
        await field.FillAsync("use");
        await Expect(visit.Page.GetByRole(AriaRole.Option, new() { Name = "Users" })).ToHaveAttributeAsync("aria-selected", "true");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Users" })).ToBeVisibleAsync();

        await visit.Page.Keyboard.PressAsync("Control+k");
        await field.FillAsync(name);
        await Expect(visit.Page.GetByRole(AriaRole.Listbox, new() { Name = "Command palette" }).GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Project: {name}" })).ToBeVisibleAsync();
        visit.Page.Url.ShouldContain($"project={id}");
    }

    [Fact]
    public async Task Arrows_move_through_the_commands_and_Escape_closes()
    {
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.OpenAsync();
        await visit.Page.Keyboard.PressAsync("Control+k");
        var options = visit.Page.GetByRole(AriaRole.Option);
        await Expect(options.Nth(0)).ToHaveAttributeAsync("aria-selected", "true");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(options.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(options.Last).ToHaveAttributeAsync("aria-selected", "true");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(options).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_name_that_nothing_has_says_so()
    {
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.OpenAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Search or jump to…" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Type a page" }).FillAsync("zzzz");
        await Expect(visit.Page.GetByText("Nothing has that name.")).ToBeVisibleAsync();
    }
}
