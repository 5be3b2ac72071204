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
        Part("1 of 6: start the sample shop");
        Say($"data folder {folder}");
        await using var cluster = await ShopCluster.StartAsync(Path.Combine(folder, "shop"), ct);
        await using var shop = await Shop.StartAsync(cluster, "loja", new Dictionary<string, string>(), ct);
        Say($"the shop answers at {shop.Url}");

        var bugs = ExpectedFailures.Read(Path.Combine(Checkout.Shop, "expected-failures.yaml"));
        var report = Path.Combine(folder, "report.html");
        Part("2 of 6: check the shop alone, without a server");
        Say("alicerce check samples/loja --url " + shop.Url);
        var alone = await ShopCheck.RunAsync(shop, Path.Combine(folder, "report.json"), ["--report", $"html={report}"], log: null, ct);

        Part("3 of 6: check the shop through a server");
        await using var server = await AlicerceServer.StartAsync(Path.Combine(folder, "server"), await shop.SecretsAsync(ct), ct);
        Say($"Alicerce answers at {server.Url}");
        var team = new TeamStory(server, folder, Say);
        var through = await team.CheckShopAsync(shop, ct);
        Part("4 of 6: check Alicerce's own API");
        var own = await team.CheckOwnApiAsync(ct);

        Part("5 of 6: ports, secrets and services");
        var resources = await new ResourcesStory(server, Say).RunAsync(shop, cluster.Port, ct);

        Part("6 of 6: scenarios, found by what they mean");
        var scenarios = await new ScenariosStory(server, Say).RunAsync(ct);

        List<string> problems =
        [
            .. resources.Select(p => $"resources: {p}"),
            .. scenarios.Select(p => $"scenarios: {p}"),
            .. ExpectedFailures.Judge(bugs, alone).Select(p => $"alone: {p}"),
            .. ExpectedFailures.Judge(bugs, through).Select(p => $"through the server: {p}"),
            .. ExpectedFailures.Judge([], own).Select(p => $"our own API: {p}"),
        ];
        List<string> closing =
        [
            .. problems,
            problems.Count == 0 ? "demo: the planted bugs failed, and nothing else" : "demo: not as planted",
            $"report: {report}",
        ];
        if (keepFile is not null)
            await KeepUpAsync(keepFile, problems.Count == 0, [.. closing, $"console: {server.Url}/console/runs/1", $"the first sign-in asks for the token in {server.AdminTokenFile}"], ct);
        else
            closing.ForEach(Console.WriteLine);
        return problems.Count == 0 ? 0 : 1;
    }

    /// <summary>The closing lines go to whoever waits for the file, and are printed there; the address of the run is good only while the server is up.</summary>
    private static async Task KeepUpAsync(string file, bool ok, IEnumerable<string> closing, CancellationToken ct)
    {
        await File.WriteAllLinesAsync(file, [ok ? "ok" : "failed", .. closing], ct);
        await Task.Delay(KeptUp, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static void Part(string title) => Console.WriteLine($"\n── Part {title} ──");

    private static void Say(string what) => Console.WriteLine($"demo: {what}");
}
