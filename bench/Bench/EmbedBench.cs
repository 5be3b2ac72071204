using System.Diagnostics;
using System.Globalization;
using Alicerce.Vectors.Embedding.Bert;

namespace Alicerce.Bench;

/// <summary>The BERT encoder with the shape of all-MiniLM-L6-v2: one title on one core, and batches on two.</summary>
internal static class EmbedBench
{
    private const int WordsInTitle = 12;
    private const int Singles = 400;
    private const int WarmUp = 100;
    private const int Batch = 512;
    private const int Batches = 6;
    private const int Cores = 2;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("alicerce-embed-").FullName;
        try
        {
            EmbedModel.Write(folder);
            var load = Stopwatch.StartNew();
            using var generator = BertEmbeddingGenerator.Load(folder, new BertEmbeddingOptions { MaxThreads = Cores });
            load.Stop();
            Console.WriteLine();
            Console.WriteLine($"## BERT encoder, shape of all-MiniLM-L6-v2, random weights (read in {load.ElapsedMilliseconds} ms)");
            Console.WriteLine();
            Console.WriteLine("| 12 words | one title on one core, p50 | p99 | batches of 512 on 2 cores |");
            Console.WriteLine("| --- | --- | --- | --- |");
            foreach (var (pieces, name) in new[] { (1, "a piece each: 14 tokens"), (2, "two pieces each: 26 tokens") })
            {
                var (p50, p99) = await OnOneCoreAsync(() => SinglesAsync(generator, pieces));
                var speed = await BatchesAsync(generator, pieces);
                Console.WriteLine($"| {name} | {Format(p50, "F2")} ms (to reach: ≤ 12) | {Format(p99, "F2")} ms | {Format(speed, "N0")}/s (to reach: ≥ 200) |");
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<T> OnOneCoreAsync<T>(Func<Task<T>> measure)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows()) return await measure();
        using var process = Process.GetCurrentProcess();
        var all = process.ProcessorAffinity;
        process.ProcessorAffinity = 1;
        try
        {
            return await measure();
        }
        finally
        {
            process.ProcessorAffinity = all;
        }
    }

    private static async Task<(double P50, double P99)> SinglesAsync(BertEmbeddingGenerator generator, int pieces)
    {
        var random = new Random(1);
        List<double> times = [];
        for (var i = -WarmUp; i < Singles; i++)
        {
            var title = Title(random, pieces);
            var watch = Stopwatch.StartNew();
            await generator.GenerateAsync([title]);
            if (i >= 0) times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return (times[times.Count / 2], times[times.Count * 99 / 100]);
    }

    private static async Task<double> BatchesAsync(BertEmbeddingGenerator generator, int pieces)
    {
        var random = new Random(2);
        List<double> speeds = [];
        for (var i = 0; i < Batches; i++)
        {
            var titles = Enumerable.Range(0, Batch).Select(_ => Title(random, pieces)).ToArray();
            var watch = Stopwatch.StartNew();
            await generator.GenerateAsync(titles);
            speeds.Add(Batch / watch.Elapsed.TotalSeconds);
        }

        return speeds.Order().ElementAt(Batches / 2);
    }

    private static string Title(Random random, int pieces) =>
        string.Join(' ', Enumerable.Range(0, WordsInTitle).Select(_ => $"w{random.Next(EmbedModel.Words)}{new string('x', pieces - 1)}"));

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
