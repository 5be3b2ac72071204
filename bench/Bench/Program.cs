using Alicerce.Bench;

// bench serve PORT                 → the local static target that every runner is measured against
// bench runner|scan|server|jobs|redis|cache|faults|all → prints the tables of docs/performance.md
return args switch
{
    ["serve", var port] => await StaticTarget.ServeAsync(int.Parse(port)),
    ["scan"] => await ScanBench.RunAsync(),
    ["runner"] => await RunnerBench.RunAsync(),
    ["server"] => await ServerBench.RunAsync(),
    ["jobs"] => await JobsBench.RunAsync(),
    ["redis"] => await RedisBench.RunAsync(),
    ["cache"] => await CacheBench.RunAsync(),
    ["faults"] => await FaultBench.RunAsync(),
    [] or ["all"] => await ScanBench.RunAsync() + await RunnerBench.RunAsync() + await ServerBench.RunAsync() + await JobsBench.RunAsync() + await RedisBench.RunAsync() + await CacheBench.RunAsync() + await FaultBench.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: bench [all|scan|runner|server|jobs|redis|cache|faults|serve PORT]");
    return 2;
}
