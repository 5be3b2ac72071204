using Alicerce.Bench;

// bench serve PORT                 → the local static target that every runner is measured against
// bench runner|scan|server|api|health|jobs|ports|redis|cache|faults|all → prints the tables of docs/performance.md
return args switch
{
    ["serve", var port] => await StaticTarget.ServeAsync(int.Parse(port)),
    ["serve-house", var folder, var port] => await ApiHouse.ServeAsync(folder, int.Parse(port)),
    ["serve-bare", var connection, var port] => await ApiHouse.ServeBareAsync(connection, int.Parse(port)),
    ["api"] => await ApiBench.RunAsync(),
    ["health"] => await HealthBench.RunAsync(),
    ["scan"] => await ScanBench.RunAsync(),
    ["runner"] => await RunnerBench.RunAsync(),
    ["server"] => await ServerBench.RunAsync(),
    ["jobs"] => await JobsBench.RunAsync(),
    ["ports"] => await PortsBench.RunAsync(),
    ["redis"] => await RedisBench.RunAsync(),
    ["cache"] => await CacheBench.RunAsync(),
    ["faults"] => await FaultBench.RunAsync(),
    [] or ["all"] => await ScanBench.RunAsync() + await RunnerBench.RunAsync() + await ServerBench.RunAsync() + await ApiBench.RunAsync() + await HealthBench.RunAsync() + await JobsBench.RunAsync() + await PortsBench.RunAsync() + await RedisBench.RunAsync() + await CacheBench.RunAsync() + await FaultBench.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: bench [all|scan|runner|server|api|health|jobs|ports|redis|cache|faults|serve PORT]");
    return 2;
}
