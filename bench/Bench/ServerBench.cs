using Alicerce.Demo;

namespace Alicerce.Bench;

/// <summary>Cases a second through the server: shard jobs, every result stored in PostgreSQL on the same machine; the run's own duration is taken.</summary>
internal static class ServerBench
{
    private const int Cases = 10_000;
    private const int Runs = 3;

    public static async Task<int> RunAsync()
    {
        using var place = new Workplace();
        var port = Workplace.FreePort();
        using var target = await Workplace.StartTargetAsync(port);
        try
        {
            await using var server = await AlicerceServer.StartAsync(Path.Combine(place.Folder, "server"), new Dictionary<string, string>(), CancellationToken.None);
            await server.CliAsync(["project", "create", "bench"], CancellationToken.None);
            await server.CliAsync(["env", "create", "local", "--project", "bench", "--base-url", $"http://127.0.0.1:{port}"], CancellationToken.None);
            var project = BenchSuite.WriteAlicerce(place.Folder, Cases);
            string[] check =
                ["check", project, "--project", "bench", "--parallel", "32", "--json", "--server", server.Url, "--token-file", Path.Combine(place.Folder, "server", "admin.token")];

            List<CheckDocument> runs = [];
            for (var i = 0; i < Runs; i++)
                runs.Add(CheckDocument.Read((await Measured.RunAsync(Workplace.Cli, check)).Output));
            Print(runs.OrderBy(run => run.Seconds).ElementAt(Runs / 2));
            return runs.TrueForAll(run => run.Passed == Cases) ? 0 : 1;
        }
        finally
        {
            target.Kill();
        }
    }

    private static void Print(CheckDocument median)
    {
        Console.WriteLine();
        Console.WriteLine($"## Server: {Cases:N0} cases with 3 assertions, stored in PostgreSQL");
        Console.WriteLine();
        Console.WriteLine("| | seconds | cases/s |");
        Console.WriteLine("| --- | --- | --- |");
        Console.WriteLine($"| run through the server, median of {Runs} | {median.Seconds:F2} | {median.Passed / median.Seconds:F0} |");
    }
}
