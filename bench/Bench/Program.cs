using Alicerce.Bench;

// bench serve PORT                 → the local static target that every runner is measured against
// bench runner|scan|faults|all     → prints the tables of docs/performance.md
return args switch
{
    ["serve", var port] => await StaticTarget.ServeAsync(int.Parse(port)),
    ["scan"] => await ScanBench.RunAsync(),
    ["runner"] => await RunnerBench.RunAsync(),
    ["faults"] => await FaultBench.RunAsync(),
    [] or ["all"] => await ScanBench.RunAsync() + await RunnerBench.RunAsync() + await FaultBench.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: bench [all|scan|runner|faults|serve PORT]");
    return 2;
}
