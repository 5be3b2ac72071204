namespace Alicerce.Bench;

/// <summary>
/// Suggestions a second out of 10,000 titles while every request asks something new, beside the source's service in Python (its two forms: one search a
/// query, and one search for all queries that wait), by turns on the same queries; then the same few queries over and over.
/// </summary>
internal static class SuggestBench
{
    private const int Titles = 10_000;
    private const int Seed = 20;
    private const int WarmUps = 3;
    private const int Rounds = 5;
    private const int Seconds = 4;

    /// <summary>More than any server here answers in one round.</summary>
    private const int QueriesPerRound = 100_000;
    private const int RepeatedQueries = 100;

    private sealed record Round(Wrk Reference, Wrk Gathering, Wrk Ours, Wrk Repeated);

    public static async Task<int> RunAsync()
    {
        var setup = await Measured.RunAsync(Path.Combine(Workplace.Root, "bench", "competitors", "suggest", "setup.sh"));
        if (setup.ExitCode != 0) throw new InvalidOperationException(setup.Output);
        using var place = new Workplace();
        var titles = SuggestTitles.Make(Titles, Seed);
        var titlesFile = Path.Combine(place.Folder, "titles.txt");
        await File.WriteAllLinesAsync(titlesFile, titles);
        var queries = new SuggestQueries(titles, Seed);

        await using var reference = await SuggestServer.StartReferenceAsync(place, titlesFile, isGathering: false);
        await using var gathering = await SuggestServer.StartReferenceAsync(place, titlesFile, isGathering: true);
        await using var ours = await SuggestServer.StartOursAsync(place, titles);
        foreach (var server in new[] { reference, gathering, ours }) await server.DemandAsync(titles[Titles / 2]);

        var repeated = await WriteAsync(place, queries.Take(RepeatedQueries));
        List<Round> rounds = [];
        for (var i = 0; i < WarmUps + Rounds; i++)
        {
            var paths = await WriteAsync(place, queries.Take(QueriesPerRound));
            var round = new Round(await NewAsync(reference, paths), await NewAsync(gathering, paths), await NewAsync(ours, paths), await ours.RunAsync(repeated, Seconds));
            await Console.Error.WriteLineAsync($"{round.Reference.RequestsPerSecond:F0} {round.Gathering.RequestsPerSecond:F0} {round.Ours.RequestsPerSecond:F0} {round.Repeated.RequestsPerSecond:F0}");
            if (i >= WarmUps) rounds.Add(round);
        }

        Print(rounds, reference.ResidentMegabytes, gathering.ResidentMegabytes, ours.ResidentMegabytes);
        return 0;
    }

    private static async Task<Wrk> NewAsync(SuggestServer server, string paths)
    {
        var run = await server.RunAsync(paths, Seconds);
        return run.Requests <= QueriesPerRound ? run : throw new InvalidOperationException($"{run.Requests} requests, and only {QueriesPerRound} queries: some were asked twice");
    }

    private static async Task<string> WriteAsync(Workplace place, List<string> queries)
    {
        var file = Path.Combine(place.Folder, Guid.NewGuid().ToString("N"));
        await File.WriteAllLinesAsync(file, queries.Select(query => $"/suggest?query={Uri.EscapeDataString(query)}"));
        return file;
    }

    private static void Print(List<Round> rounds, double reference, double gathering, double ours)
    {
        Console.WriteLine();
        Console.WriteLine($"## Suggest: {Titles:N0} titles, wrk with 1 thread and 64 connections, every query new; medians of {Rounds} rounds of {Seconds} s");
        Console.WriteLine();
        Console.WriteLine("| | requests/s | p50 ms | p99 ms | resident MB |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        Line("FastAPI and FAISS, one search a query (the reference)", round => round.Reference, reference);
        Line("FastAPI and FAISS, waiting queries gathered into one search", round => round.Gathering, gathering);
        Line("Alicerce", round => round.Ours, ours);
        Line($"Alicerce, {RepeatedQueries} queries over and over", round => round.Repeated, ours);
        Console.WriteLine();
        Console.WriteLine("| beside the reference, median of the rounds' ratios | measured | to reach |");
        Console.WriteLine("| --- | --- | --- |");
        Console.WriteLine($"| throughput | {Median(rounds, round => round.Ours.RequestsPerSecond / round.Reference.RequestsPerSecond):F1} times | 10 times |");
        Console.WriteLine($"| p99 | 1/{Median(rounds, round => round.Reference.P99 / round.Ours.P99):F1} | 1/10 |");
        Console.WriteLine($"| requests/s | {Median(rounds, round => round.Ours.RequestsPerSecond):N0} | 4,000 |");
        Console.WriteLine($"| resident memory of the server process, PostgreSQL not counted | {ours:F0} MB | below 200 MB |");

        void Line(string name, Func<Round, Wrk> of, double megabytes) => Console.WriteLine(
            $"| {name} | {Median(rounds, round => of(round).RequestsPerSecond):N0} | {Median(rounds, round => of(round).P50):F1} | {Median(rounds, round => of(round).P99):F1} | {megabytes:F0} |");
    }

    private static double Median(List<Round> rounds, Func<Round, double> of) => rounds.Select(of).Order().ElementAt(rounds.Count / 2);
}
