using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using Alicerce.Vectors.Indexes;
using Alicerce.Vectors.Indexes.Exact;
using Alicerce.Vectors.Indexes.Hnsw;

namespace Alicerce.Bench;

/// <summary>The vector indexes: the exact one beside a plain sum over the same numbers, the graph beside hnswlib, one thread each, in turns.</summary>
internal static class VectorsBench
{
    private const int K = 10;
    private const int Questions = 1_000;
    private const int Rounds = 5;
    private const int Batch = 20;
    private static readonly int[] s_efs = [16, 24, 32, 48, 64, 100, 200];
    private static readonly HnswOptions s_options = new() { M = 16, EfConstruction = 200 };

    public static Task<int> RunAsync() => RunAsync(quick: false);

    public static async Task<int> RunAsync(bool quick)
    {
        using var place = new Workplace();
        var data = new VectorMixture(quick ? 20_000 : 100_000, Questions);
        PrintExact(data, 10_000, data.Count);
        var exact = Fill(new ExactIndex(VectorMixture.Dimensions), data, data.Count);
        var truth = Enumerable.Range(0, Questions).Select(i => exact.Search(data.Query(i), K).Select(hit => hit.Id).ToHashSet()).ToArray();
        var (index, ours) = Built(data);
        using (var hnswlib = await Hnswlib.BuildAsync(place.Folder, data, s_options.M, s_options.EfConstruction))
        {
            await PrintBuildsAsync(data, ours, hnswlib);
            await PrintSearchesAsync(data, truth, index, hnswlib);
        }

        PrintFilters(data, exact, index);
        return 0;
    }

    private static void PrintExact(VectorMixture data, params int[] counts)
    {
        Console.WriteLine();
        Console.WriteLine($"## Exact search, the {K} nearest, µs, median");
        Console.WriteLine();
        Console.WriteLine("| vectors of 384 | plain SIMD sum of them | search | the sum / the search (to reach 0.8, aim 3) |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var count in counts)
        {
            var index = Fill(new ExactIndex(VectorMixture.Dimensions), data, count);
            List<double> sums = [], searches = [];
            for (var i = -Batch; i < Questions / 2; i += Batch)
            {
                sums.AddRange(TimesOf(_ => Sum(data.Vectors.AsSpan(0, count * VectorMixture.Dimensions)), i));
                searches.AddRange(TimesOf(question => index.Search(data.Query(question), K), i));
            }

            Console.WriteLine($"| {count:N0} | {Median(sums):F0} | {Median(searches):F0} | {Format(Median(sums) / Median(searches))} |");
        }
    }

    // Some in a row, so that each finds the caches as it left them; the first ones only warm up.
    private static IEnumerable<double> TimesOf(Action<int> run, int first)
    {
        for (var i = first; i < first + Batch; i++)
        {
            var start = Stopwatch.GetTimestamp();
            run(Math.Abs(i));
            if (i >= 0) yield return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
    }

    private static void Sum(ReadOnlySpan<float> numbers)
    {
        if (float.IsNaN(TensorPrimitives.Sum(numbers))) throw new InvalidOperationException("the vectors hold what is no number");
    }

    private static (HnswIndex Index, (double Seconds, double Megabytes) Cost) Built(VectorMixture data)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var index = Fill(new HnswIndex(VectorMixture.Dimensions, s_options), data, data.Count);
        var seconds = watch.Elapsed.TotalSeconds;
        return (index, (seconds, (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6));
    }

    private static async Task PrintBuildsAsync(VectorMixture data, (double Seconds, double Megabytes) ours, Hnswlib? hnswlib)
    {
        var adaptive = Fill(new AdaptiveIndex(VectorMixture.Dimensions, options: s_options), data, data.Count);
        var watch = Stopwatch.StartNew();
        await adaptive.BuildAsync(CancellationToken.None, threads: 2);
        Console.WriteLine();
        Console.WriteLine($"## HNSW of {data.Count:N0} vectors of 384, M = {s_options.M}, efConstruction = {s_options.EfConstruction}");
        Console.WriteLine();
        Console.WriteLine("| | ours | ours, 2 threads | hnswlib |");
        Console.WriteLine("| --- | --- | --- | --- |");
        Console.WriteLine($"| build, s | {ours.Seconds:F1} | {watch.Elapsed.TotalSeconds:F1} | {hnswlib?.BuildSeconds:F1} |");
        Console.WriteLine($"| memory, MB | {ours.Megabytes:F0} | | {hnswlib?.Megabytes:F0} |");
    }

    private static async Task PrintSearchesAsync(VectorMixture data, HashSet<int>[] truth, HnswIndex index, Hnswlib? hnswlib)
    {
        Console.WriteLine();
        Console.WriteLine("| efSearch | recall@10 | searches/s | hnswlib recall@10 | hnswlib searches/s | times hnswlib (to reach 0.6, aim 1) |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        Ask(index, data, s_efs[0], []);
        foreach (var ef in s_efs)
        {
            List<double> ours = [], theirs = [];
            int[] found = [], theirFound = [];
            for (var round = 0; round < Rounds; round++)
            {
                found = new int[Questions * K];
                ours.Add(Questions / Ask(index, data, ef, found));
                if (hnswlib is null) continue;
                (var seconds, theirFound) = await hnswlib.SearchAsync(ef);
                theirs.Add(Questions / seconds);
            }

            Console.WriteLine(hnswlib is null
                ? $"| {ef} | {Recall(found, truth)} | {Median(ours):N0} | | | |"
                : $"| {ef} | {Recall(found, truth)} | {Median(ours):N0} | {Recall(theirFound, truth)} | {Median(theirs):N0} | {Format(Median(ours) / Median(theirs))} |");
        }
    }

    private static void PrintFilters(VectorMixture data, ExactIndex exact, HnswIndex index)
    {
        Console.WriteLine();
        Console.WriteLine($"| filter lets through | recall@10, efSearch {s_options.EfSearch} | searches/s | exact, searches/s |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var oneOf in (int[])[2, 20, 1_000])
        {
            bool Passes(int id) => id % oneOf == 0;
            var (found, possible) = (0, 0);
            TimeSpan walks = default, scans = default;
            const int asked = Questions / 5;
            for (var i = 0; i < asked; i++)
            {
                var start = Stopwatch.GetTimestamp();
                var hits = index.Search(data.Query(i), K, Passes);
                walks += Stopwatch.GetElapsedTime(start);
                start = Stopwatch.GetTimestamp();
                var nearest = exact.Search(data.Query(i), K, Passes).Select(hit => hit.Id).ToHashSet();
                scans += Stopwatch.GetElapsedTime(start);
                found += hits.Count(hit => nearest.Contains(hit.Id));
                possible += nearest.Count;
            }

            Console.WriteLine($"| one of {oneOf:N0} | {Share((double)found / possible)} | {asked / walks.TotalSeconds:N0} | {asked / scans.TotalSeconds:N0} |");
        }
    }

    private static T Fill<T>(T index, VectorMixture data, int count)
        where T : IVectorIndex
    {
        for (var i = 0; i < count; i++) index.Upsert(i, data.Vector(i));
        return index;
    }

    private static double Ask(HnswIndex index, VectorMixture data, int ef, int[] found)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Questions; i++)
        {
            var hits = index.Search(data.Query(i), K, ef);
            for (var place = 0; place < hits.Count && found.Length > 0; place++) found[(i * K) + place] = hits[place].Id;
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static string Recall(int[] found, HashSet<int>[] truth) => Share(Enumerable.Range(0, Questions).Average(i => found.AsSpan(i * K, K).ToArray().Count(truth[i].Contains) / (double)K));

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Share(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    private static string Format(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
