using Alicerce.Platform.Data;

namespace Alicerce.Demo;

/// <summary>The main job on real input, start to end: a shop is started, found, tested and judged against the bugs that are planted in it.</summary>
internal static class Story
{
    private static readonly TimeSpan KeptUp = TimeSpan.FromMinutes(60);

    public static async Task<int> RunAsync(string? keepFile, CancellationToken ct)
    {
        var folder = DataRoot.Open(
            Environment.GetEnvironmentVariable("ALICERCE_DATA") is { Length: > 0 } chosen ? Path.GetFullPath(chosen) : Directory.CreateTempSubdirectory("alicerce-demo-").FullName).Path;
        Say($"data folder {folder}");
        await using var cluster = await ShopCluster.StartAsync(Path.Combine(folder, "shop"), ct);
        await using var shop = await Shop.StartAsync(cluster, "loja", new Dictionary<string, string>(), ct);
        Say($"the shop answers at {shop.Url}");

        var report = Path.Combine(folder, "report.html");
        var failed = await CheckAloneAsync(shop, folder, report, ct);
        var problems = ExpectedFailures.Judge(ExpectedFailures.Read(Path.Combine(Checkout.Shop, "expected-failures.yaml")), failed);
        List<string> closing = [.. problems, problems.Count == 0 ? "demo: the planted bugs failed, and nothing else" : "demo: not as planted", $"report: {report}"];
        foreach (var line in closing)
            Console.WriteLine(line);

        if (keepFile is not null)
            await KeepUpAsync(keepFile, problems.Count == 0, closing, ct);
        return problems.Count == 0 ? 0 : 1;
    }

    /// <summary><c>alicerce check</c> needs no server: the first thing that a newcomer tries.</summary>
    private static async Task<IReadOnlyList<string>> CheckAloneAsync(Shop shop, string folder, string report, CancellationToken ct)
    {
        Say("alicerce check samples/loja --url " + shop.Url);
        return (await ShopCheck.RunAsync(shop, Path.Combine(folder, "report.json"), ["--report", $"html={report}"], log: null, ct)).FailedKeys;
    }

    private static async Task KeepUpAsync(string file, bool ok, IEnumerable<string> closing, CancellationToken ct)
    {
        await File.WriteAllLinesAsync(file, [ok ? "ok" : "failed", .. closing], ct);
        await Task.Delay(KeptUp, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static void Say(string what) => Console.WriteLine($"demo: {what}");
}
