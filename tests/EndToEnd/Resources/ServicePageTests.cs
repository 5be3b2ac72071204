using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Resources;

/// <summary>A service's own page, on the server with the drawing's services.</summary>
public sealed class ServicePageTests(Chromium chromium, DrawingServer server) : IClassFixture<DrawingServer>
{
    [Fact]
    [Trait("Req", "S004-SVC-09")]
    public async Task From_its_line_one_comes_to_the_services_history_latency_uptime_dependencies_and_last_error()
    {
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server)).SignInAsync();
        await visit.OpenAsync("/resources");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "quantumblog-prod" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "quantumblog-prod" })).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("http://10.10.1.40:8080/health", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Img, new() { Name = "Latency of the latest 60 checks of quantumblog-prod" })).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.List, new() { Name = "History of state" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(24);
        await Expect(visit.Page.GetByText("99.1%")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("connection refused", new() { Exact = true }).First).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Table, new() { Name = "Latest checks" })).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.List, new() { Name = "Dependencies" }).GetByRole(AriaRole.Link, new() { Name = "blog-db" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "blog-db" })).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Resource Manager" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Resource Manager" })).ToBeVisibleAsync();
    }

    [Theory]
    [Trait("Req", "S004-SVC-09")]
    [InlineData("light", 1280, "en-US")]
    [InlineData("dark", 1280, "pt-BR")]
    [InlineData("light", 390, "pt-BR")]
    [InlineData("dark", 390, "en-US")]
    public async Task The_page_is_accessible_and_fits_the_window_also_for_a_service_that_is_down(string theme, int width, string locale)
    {
        var services = await server.Server.GetAsync("/api/v1/resources/services", TestContext.Current.CancellationToken);
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server, width, theme: theme, locale: locale)).SignInAsync();
        foreach (var service in services.EnumerateArray().Where(one => one.GetProperty("name").GetString() is "quantumblog-dev" or "quantumblog-prod"))
        {
            await visit.OpenAsync($"/resources/services/{service.GetProperty("id").GetInt32()}");
            await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = service.GetProperty("name").GetString() })).ToBeVisibleAsync();
            await visit.LookAsync($"service-{service.GetProperty("name").GetString()}-{theme}-{width}");
            (await visit.BreachesAsync()).ShouldBeEmpty();
            (await visit.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        }
    }
}
