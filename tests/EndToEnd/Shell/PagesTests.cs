using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alicerce.EndToEnd.Shell;

/// <summary>What holds for every page that the navigation leads to, whoever adds one.</summary>
public sealed class PagesTests(Chromium chromium, ConsoleServer server)
{
    private const string Links = "() => [...document.querySelectorAll('nav a[href^=\"/console\"]')].map(a => a.getAttribute('href').replace('/console', '').split('?')[0])";

    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 1280)]
    [InlineData("light", 390)]
    [InlineData("dark", 390)]
    public async Task Every_page_is_accessible_fits_the_window_and_has_one_main_heading(string theme, int width)
    {
        var project = await server.CreateProjectAsync(ConsoleServer.NewName("shop"));
        await using var visit = await (await Visit.BeginAsync(chromium, server.Server, width, theme: theme)).SignInAsync();
        await visit.OpenAsync();
        var pages = (await visit.Page.EvaluateAsync<string[]>(Links)).Append("/profile").Append($"/projects/{project}").Append("/nowhere").Distinct().ToList();
        pages.Count.ShouldBeGreaterThan(5);

        var breaches = new List<string>();
        foreach (var path in pages)
        {
            await visit.OpenAsync(path);
            await Expect(visit.Page.GetByRole(AriaRole.Status, new() { Name = "Loading" })).ToHaveCountAsync(0);
            await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
            await visit.LookAsync($"{(path.Length > 1 ? path.Trim('/').Replace('/', '-') : "overview")}-{theme}-{width}");
            breaches.AddRange((await visit.BreachesAsync()).Select(breach => $"{path}: {breach}"));
            (await visit.OverflowAsync()).ShouldBeLessThanOrEqualTo(0, path);
        }

        breaches.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task The_pages_for_who_is_not_signed_in_are_accessible(string theme)
    {
        await using var visit = await Visit.BeginAsync(chromium, server.Server, width: 390, theme: theme);
        foreach (var path in (string[])["/sign-in", "/choose-password", "/choose-password#token=some"])
        {
            await visit.OpenAsync(path);
            await Expect(visit.Page.GetByRole(AriaRole.Status, new() { Name = "Loading" })).ToHaveCountAsync(0);
            await visit.LookAsync($"{path.Trim('/').Replace("#token=", "-", StringComparison.Ordinal)}-{theme}");
            (await visit.BreachesAsync()).ShouldBeEmpty(path);
            (await visit.OverflowAsync()).ShouldBeLessThanOrEqualTo(0, path);
        }
    }
}
