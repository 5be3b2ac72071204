using Alicerce.Vectors.Indexes;
using Alicerce.Vectors.Indexes.Hnsw;

namespace Alicerce.Vectors.Tests.Indexes;

public class AdaptiveIndexTests
{
    private const int Dimensions = 16;
    private static readonly HnswOptions s_options = new() { M = 8, EfConstruction = 40, EfSearch = 50 };
    private readonly Dictionary<int, float[]> _known = SomeVectors.Clustered(3_000, Dimensions, 30, seed: 21).Index().ToDictionary(pair => pair.Index, pair => pair.Item);

    [Fact]
    public async Task From_the_threshold_on_a_graph_is_wanted_and_takes_over()
    {
        var index = Filled(threshold: 3_001);
        index.NeedsBuild.ShouldBeFalse();
        index.Upsert(3_000, _known[3_000] = _known[0]);
        index.NeedsBuild.ShouldBeTrue();
        await index.BuildAsync(TestContext.Current.CancellationToken, threads: 2);
        index.NeedsBuild.ShouldBeFalse();
        index.Hnsw.ShouldNotBeNull().Count.ShouldBe(3_001);
        await index.BuildAsync(TestContext.Current.CancellationToken);
        CheckAll(index);
    }

    [Fact]
    public async Task What_is_changed_while_the_graph_is_built_is_in_it_and_searches_are_answered()
    {
        var index = Filled();
        var steps = 0;
        await index.BuildAsync(TestContext.Current.CancellationToken, new Reports(_ =>
        {
            // Each report finds the vectors where they were and changes a hundred of them: more than writers are made to wait for.
            for (var i = 0; i < 100; i++)
            {
                var id = (steps * 100) + i;
                if (i % 3 == 0) index.Remove(id).ShouldBe(_known.Remove(id));
                else index.Upsert(i % 3 == 1 ? id : 10_000 + id, _known[i % 3 == 1 ? id : 10_000 + id] = _known[2_900 + (id % 100)]);
            }

            steps++;
            index.Hnsw.ShouldBeNull();
            index.Search(_known[2_950], 10).ShouldBeNearest(_known, _known[2_950], 10);
        }));
        steps.ShouldBeGreaterThan(5);
        index.Hnsw.ShouldNotBeNull();
        CheckAll(index);
    }

    [Fact]
    public async Task A_cancelled_build_leaves_all_as_it_was_and_another_may_follow()
    {
        var index = Filled();
        using var cancelled = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => index.BuildAsync(cancelled.Token, new Reports(_ => cancelled.Cancel())));
        index.NeedsBuild.ShouldBeTrue();
        CheckAll(index);
        await index.BuildAsync(TestContext.Current.CancellationToken);
        index.NeedsBuild.ShouldBeFalse();
        CheckAll(index);
    }

    [Fact]
    public async Task One_build_at_a_time()
    {
        var index = Filled();
        List<Task> others = [];
        await index.BuildAsync(TestContext.Current.CancellationToken, new Reports(_ => others.Add(index.BuildAsync(CancellationToken.None))));
        await Should.ThrowAsync<InvalidOperationException>(() => others[0]);
    }

    [Fact]
    public async Task A_saved_graph_goes_on_where_it_was()
    {
        var index = Filled();
        await index.BuildAsync(TestContext.Current.CancellationToken);
        var path = Path.GetTempFileName();
        index.Hnsw!.Save(path, new IndexStamp("m", 9));
        var again = new AdaptiveIndex(HnswIndex.Load(path, Dimensions).Index);
        File.Delete(path);
        again.NeedsBuild.ShouldBeFalse();
        again.Upsert(1, _known[1] = _known[2]);
        CheckAll(again);
    }

    [Fact]
    public async Task Searches_while_others_write_and_the_graph_takes_over_see_whole_vectors_and_each_id_once()
    {
        var index = new AdaptiveIndex(32, threshold: 1, new HnswOptions { M = 6, EfConstruction = 30, EfSearch = 10 });
        index.Upsert(0, SomeVectors.Many(1, 32, seed: 1)[0]);
        var use = ConcurrentUse.CheckAsync(index, rounds: 1_500);
        await index.BuildAsync(TestContext.Current.CancellationToken);
        await use;
        index.Hnsw.ShouldNotBeNull();
    }

    private AdaptiveIndex Filled(int threshold = 1_000)
    {
        var index = new AdaptiveIndex(Dimensions, threshold, s_options);
        foreach (var (id, vector) in _known) index.Upsert(id, vector);
        return index;
    }

    private void CheckAll(AdaptiveIndex index)
    {
        index.Count.ShouldBe(_known.Count);
        var vector = new float[Dimensions];
        foreach (var (id, expected) in _known)
        {
            index.TryGet(id, vector).ShouldBeTrue();
            SomeVectors.Cosine(vector, expected).ShouldBe(1, 1e-6);
        }

        SomeVectors.Recall(index, _known, _known.Values.Take(20), 10).ShouldBeGreaterThan(0.9);
    }

    private sealed class Reports(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
