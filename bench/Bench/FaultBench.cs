using Alicerce.Demo;
using Alicerce.Platform.Data;

namespace Alicerce.Bench;

/// <summary>
/// How good the generated, unedited suite is at its job: it is silent on the shop without bugs, and it fails on the shop with one of the
/// faults of <c>samples/loja/README.md</c>. Each shop has a database of its own.
/// </summary>
internal static class FaultBench
{
    private const double WantedShare = 0.8;
    private static readonly TimeSpan CheckTakesAtMost = TimeSpan.FromMinutes(5);
    private static readonly int[] Seeds = [1, 2, 3];

    public static async Task<int> RunAsync()
    {
        using var place = new Workplace();
        await using var cluster = await ShopCluster.StartAsync(Path.Combine(DataRoot.Open(place.Folder).Path, "shops"), CancellationToken.None);
        var falseFailures = await FalseFailuresAsync(cluster);
        List<Found> faults = [];
        foreach (var fault in await FaultsAsync())
        {
            faults.Add(await TryAsync(cluster, fault, falseFailures));
            await Console.Error.WriteLineAsync($"{faults[^1]}");
        }
        Print(faults, falseFailures);
        return falseFailures.Count == 0 && Share(faults) >= WantedShare ? 0 : 1;
    }

    /// <summary>Keys that fail although nothing is wrong: with three seeds, and again on the database that the first run of a seed left.</summary>
    private static async Task<IReadOnlySet<string>> FalseFailuresAsync(ShopCluster cluster)
    {
        HashSet<string> keys = [];
        foreach (var seed in Seeds)
        {
            await using var shop = await StartAsync(cluster, $"seed{seed}", fault: "");
            for (var round = 1; round <= 2; round++)
            {
                var check = await CheckAsync(cluster, shop, $"seed{seed}-{round}", seed);
                await Console.Error.WriteLineAsync($"no fault, seed {seed}, run {round}: {check.FailedKeys.Count} failed {string.Join(' ', check.FailedKeys)}");
                keys.UnionWith(check.FailedKeys);
            }
        }
        return keys;
    }

    private static async Task<Found> TryAsync(ShopCluster cluster, Fault fault, IReadOnlySet<string> falseFailures)
    {
        await using var shop = await StartAsync(cluster, $"fault{fault.Number}", fault.Number);
        var check = await CheckAsync(cluster, shop, $"fault{fault.Number}", Seeds[0]);
        return new Found(fault, [.. check.FailedKeys.Except(falseFailures).Order(StringComparer.Ordinal)]);
    }

    private static async Task<Shop> StartAsync(ShopCluster cluster, string name, string fault)
    {
        using var limit = new CancellationTokenSource(CheckTakesAtMost);
        return await Shop.StartAsync(cluster, name, new Dictionary<string, string> { ["LOJA_BUGS"] = "off", ["LOJA_FAULT"] = fault }, limit.Token);
    }

    private static async Task<ShopCheck> CheckAsync(ShopCluster cluster, Shop shop, string name, int seed)
    {
        using var limit = new CancellationTokenSource(CheckTakesAtMost);
        var log = cluster.Root.File($"{name}-check.log");
        var check = await ShopCheck.RunAsync(shop, cluster.Root.File($"{name}.json"), ["--seed", $"{seed}"], log, limit.Token);
        return check.ExitCode is 0 or 1 ? check : throw new InvalidOperationException($"the check ended with code {check.ExitCode}:\n{await File.ReadAllTextAsync(log, limit.Token)}");
    }

    private static async Task<IReadOnlyList<Fault>> FaultsAsync()
    {
        var table = await Measured.RunAsync("dotnet", Checkout.Assembly("Loja", "Loja"), "--faults");
        return [.. table.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('\t')).Select(cells => new Fault(cells[0], cells[1], $"{cells[2]}: {cells[3]}"))];
    }

    private static void Print(List<Found> faults, IReadOnlySet<string> falseFailures)
    {
        Console.WriteLine();
        Console.WriteLine($"## Faults: the generated suite of the shop, unedited; {faults.Count(f => f.Keys.Count > 0)} of {faults.Count} found ({Share(faults):P0}), {falseFailures.Count} false failures");
        Console.WriteLine();
        Console.WriteLine("| | fault | found | failing cases | first failing case |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var (fault, keys) in faults)
            Console.WriteLine($"| {fault.Number} | {fault.What} | {(keys.Count > 0 ? "yes" : "**no**")} | {keys.Count} | {(keys.Count > 0 ? $"`{keys[0].Replace("|", "\\|", StringComparison.Ordinal)}`" : "")} |");
        foreach (var key in falseFailures)
            Console.WriteLine($"\nfalse failure: `{key}`");
    }

    private static double Share(List<Found> faults) => (double)faults.Count(f => f.Keys.Count > 0) / faults.Count;

    /// <summary>A row of <c>Loja.dll --faults</c>.</summary>
    private sealed record Fault(string Number, string Name, string What);

    private sealed record Found(Fault Fault, IReadOnlyList<string> Keys)
    {
        public override string ToString() => $"fault {Fault.Number} {Fault.Name}: {Keys.Count} failed {string.Join(' ', Keys.Take(3))}";
    }
}
