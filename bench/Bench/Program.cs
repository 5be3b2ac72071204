using Alicerce.Bench;

// bench serve PORT                 → the local static target that every runner is measured against
// bench quality --held              → all three parts, with the queries that nobody developed with
// bench scan|runner|…|all          → prints the tables of docs/performance.md
// bench vectors --quick            → the same of 20,000 vectors, for a look while one works on them
(string Name, Func<Task<int>> Run)[] benches =
[
    ("scan", ScanBench.RunAsync),
    ("runner", RunnerBench.RunAsync),
    ("server", ServerBench.RunAsync),
    ("api", ApiBench.RunAsync),
    ("jobs", JobsBench.RunAsync),
    ("ports", PortsBench.RunAsync),
    ("secrets", SecretsBench.RunAsync),
    ("health", HealthBench.RunAsync),
    ("redis", RedisBench.RunAsync),
    ("cache", CacheBench.RunAsync),
    ("faults", FaultBench.RunAsync),
    ("embed", EmbedBench.RunAsync),
    ("suggest", SuggestBench.RunAsync),
    ("quality", QualityBench.RunAsync),
    ("vectors", VectorsBench.RunAsync),
];

switch (args)
{
    case ["quality", "--held"]: return await QualityBench.RunAsync(withHeld: true);
    case ["serve", var port]: return await StaticTarget.ServeAsync(int.Parse(port));
    case ["serve-house", var folder, var port]: return await ApiHouse.ServeAsync(folder, int.Parse(port));
    case ["serve-bare", var connection, var port]: return await ApiHouse.ServeBareAsync(connection, int.Parse(port));
    case ["vectors", "--quick"]: return await VectorsBench.RunAsync(quick: true);
}

var chosen = args is [] or ["all"] ? benches : [.. benches.Where(bench => args is [var name] && bench.Name == name)];
if (chosen.Length == 0)
{
    Console.Error.WriteLine($"usage: bench [all|{string.Join('|', benches.Select(bench => bench.Name))}|serve PORT]");
    return 2;
}

var failures = 0;
foreach (var (_, run) in chosen) failures += await run();
return failures;
