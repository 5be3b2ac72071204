using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Resources;

/// <summary>The way to the Resource Manager that source 004 asks for on the Settings page.</summary>
public sealed class SettingsLinkTests(Chromium chromium, ConsoleServer server)
{
    [Fact]
    [Trait("Req", "S004-UI-09")]
    public async Task The_settings_page_leads_to_the_resource_manager()
    {
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.OpenAsync("/settings");
        await visit.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Resource Manager" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Resource Manager", Exact = true })).ToBeVisibleAsync();
    }
}
