using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Alicerce.Harness;
using Alicerce.Platform.Web;
using Microsoft.Playwright;

namespace Alicerce.EndToEnd;

/// <summary>
/// One person at one browser. At its end nothing may stand in the browser's console as an error, except answers whose status the test expects:
/// browsers write those down by themselves.
/// </summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly HashSet<string> _expected = [];
    private readonly Uri _server;

    private Visit(IBrowserContext context, IPage page, Uri server)
    {
        (Context, Page, _server) = (context, page, server);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !_expected.Any(expected => message.Text.Contains(expected, StringComparison.Ordinal))) _errors.Enqueue($"{message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => _errors.Enqueue(error);
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <param name="theme"><c>light</c> or <c>dark</c>, as the system says it.</param>
    /// <param name="locale">The browser's language.</param>
    public static async Task<Visit> BeginAsync(Chromium chromium, TestServer server, int width = 1280, int height = 800, string theme = "light", string locale = "en-US")
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = server.Url.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = locale,
        });
        return new Visit(context, await context.NewPageAsync(), server.Url);
    }

    /// <summary>Gives the browser a session without the sign-in page, which has tests of its own.</summary>
    public async Task<Visit> SignInAsync(string email = ConsoleServer.AdminEmail)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = _server };
        using var answer = await client.PostAsJsonAsync("/api/v1/auth/login", new { Email = email, Password = ConsoleServer.Phrase }, ApiJson.Options);
        answer.EnsureSuccessStatusCode();
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0].Split('=', 2);
        await Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Domain = _server.Host, Path = "/", HttpOnly = true, SameSite = SameSiteAttribute.Strict }]);
        return this;
    }

    /// <param name="path">Below <c>/console</c>.</param>
    public async Task<Visit> OpenAsync(string path = "")
    {
        await Page.GotoAsync($"/console{path}");
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        return this;
    }

    /// <summary>Answers with these statuses belong to the test.</summary>
    public void Expects(params int[] statuses) => _expected.UnionWith(statuses.Select(status => $"the server responded with a status of {status}"));

    /// <summary>What the browser writes down while the server is gone belongs to the test.</summary>
    public void ExpectsNoServer() => _expected.Add("net::ERR_");

    /// <summary>Breaches of WCAG 2.2 A and AA that axe finds on the page as it is now.</summary>
    public async Task<IReadOnlyList<string>> BreachesAsync()
    {
        await Page.EvaluateAsync(Axe.Value);
        var result = await Page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 300)} ${n.failureSummary}`))");
        return [.. result.EnumerateArray().Select(one => one.GetString()!)];
    }

    /// <summary>How far the page reaches beyond the window to the right, in pixels.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>With <c>ALICERCE_SCREENSHOTS</c> set to a folder, how the page looks is kept there.</summary>
    public async Task LookAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("ALICERCE_SCREENSHOTS") is { Length: > 0 } folder) await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState is { Result: TestResult.Failed };
        await Context.DisposeAsync();
        if (!failed) _errors.ShouldBeEmpty();
    }
}
