using Alicerce.Harness;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Alicerce.EndToEnd.Chromium))]
[assembly: AssemblyFixture(typeof(Alicerce.EndToEnd.ConsoleServer))]

namespace Alicerce.EndToEnd;

/// <summary>One browser for all tests; each test has a context of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    // Nothing calls home, nothing needs a GPU, and a container without user namespaces will do.
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--force-prefers-reduced-motion"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Skips the test where no browser is installed.</summary>
    public IBrowser Browser
    {
        get
        {
            if (_browser is null) Requires.Program(Names[0]);
            return _browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } path) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
