using System.Text.Json;

namespace Alicerce.Demo;

/// <summary>One <c>alicerce check</c> of a running shop, judged by its CTRF report.</summary>
/// <param name="ExitCode">0 green, 1 red; anything else means that the check itself did not work.</param>
/// <param name="FailedKeys">Keys of the cases that failed or could not be tried, in the order in which they ended.</param>
internal sealed record ShopCheck(int ExitCode, IReadOnlyList<string> FailedKeys)
{
    /// <param name="shop">The shop to check.</param>
    /// <param name="report">Where the CTRF report is written.</param>
    /// <param name="more">Further arguments of the command line.</param>
    /// <param name="log">Takes the output; null leaves it on the terminal.</param>
    /// <param name="ct">Stops the check.</param>
    public static async Task<ShopCheck> RunAsync(Shop shop, string report, IEnumerable<string> more, string? log, CancellationToken ct)
    {
        string[] arguments =
        [
            "check", Checkout.Shop, "--url", shop.Url,
            "--secret", "LOJA_ANA_PASSWORD=env:LOJA_ANA_PASSWORD", "--secret", "LOJA_ADMIN_PASSWORD=env:LOJA_ADMIN_PASSWORD", "--secret", "LOJA_API_TOKEN=env:LOJA_API_TOKEN",
            "--datasource", "loja=env:LOJA_READER_URL",
            "--report", $"ctrf={report}",
            .. more,
        ];
        var cli = Checkout.Assembly("Alicerce.Cli", "alicerce");
        var secrets = await shop.SecretsAsync(ct);
        if (log is null)
            return new ShopCheck(await ChildProcess.RunAsync(cli, arguments, secrets, ct), FailedIn(report));
        await using var process = ChildProcess.Start(cli, arguments, secrets, log);
        return new ShopCheck(await process.WaitForExitAsync(ct), FailedIn(report));
    }

    /// <summary>Keys of the cases that did not pass, in the order in which they ended; none when no report was written.</summary>
    public static IReadOnlyList<string> FailedIn(string report)
    {
        if (!File.Exists(report))
            return [];
        using var document = JsonDocument.Parse(File.ReadAllBytes(report));
        return
        [
            .. document.RootElement.GetProperty("results").GetProperty("tests").EnumerateArray()
                .Where(test => test.GetProperty("status").GetString() is "failed" or "other")
                .Select(test => test.GetProperty("extra").GetProperty("key").GetString()!),
        ];
    }
}
