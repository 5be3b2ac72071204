using Alicerce.Vectors.Indexes.Hnsw;
using FsCheck;
using FsCheck.Fluent;

namespace Alicerce.Vectors.Tests.Indexes.Hnsw;

public class HnswIndexTests(FilledHnsw filled) : IClassFixture<FilledHnsw>
{
    [Fact]
    public void It_finds_nearly_all_of_the_nearest_with_their_true_similarities()
    {
        SomeVectors.Recall(filled.Index, filled.Vectors, filled.Queries, 10).ShouldBeGreaterThan(0.97);
        foreach (var query in filled.Queries)
            foreach (var hit in filled.Index.Search(query, 10))
                ((double)hit.Similarity).ShouldBe(SomeVectors.Cosine(filled.Vectors[hit.Id], query), 2e-6);
        filled.Index.Search(filled.Queries[0], 100_000).ShouldBeNearest(filled.Vectors, filled.Queries[0], 100_000);
    }

    [Fact]
    public void More_candidates_find_more()
    {
        double Recall(int ef) => filled.Queries.Average(query =>
            filled.Index.Search(query, 10, ef).Select(hit => hit.Id).Intersect(SomeVectors.BruteForce(filled.Vectors, query, 10).Select(hit => hit.Id)).Count() / 10.0);
        Recall(100).ShouldBeGreaterThan(Recall(10));
    }

    [Fact]
    public void A_filter_that_lets_most_through_loses_little()
    {
        bool Passes(int id) => id % 4 != 0;
        var truth = filled.Vectors.Where(pair => Passes(pair.Key)).ToDictionary();
        filled.Queries.Average(query =>
            filled.Index.Search(query, 10, efSearch: 20, Passes).Select(hit => hit.Id).Intersect(SomeVectors.BruteForce(truth, query, 10).Select(hit => hit.Id)).Count() / 10.0)
            .ShouldBeGreaterThan(0.9);
        filled.Index.Search(filled.Queries[0], 10, efSearch: 20, Passes).Where(hit => !Passes(hit.Id)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(1_000)]
    public void What_a_filter_refuses_takes_no_place_however_few_pass(int oneOf)
    {
        bool Passes(int id) => id % oneOf == 0;
        SomeVectors.Recall(filled.Index, filled.Vectors, filled.Queries, 10, Passes).ShouldBeGreaterThan(0.97);
        foreach (var query in filled.Queries)
        {
            var hits = filled.Index.Search(query, 10, Passes);
            hits.Where(hit => !Passes(hit.Id)).ShouldBeEmpty();
            hits.Count.ShouldBe(Math.Min(10, filled.Vectors.Keys.Count(Passes)));
        }
    }

    [Fact]
    public void Half_the_vectors_pass_and_none_that_is_near()
    {
        // So few candidates that the walk is taken, which meets nobody that passes.
        var query = filled.Queries[0];
        var far = SomeVectors.BruteForce(filled.Vectors, query, filled.Vectors.Count).TakeLast(filled.Vectors.Count / 2).Select(hit => hit.Id).ToHashSet();
        filled.Index.Search(query, 10, efSearch: 12, far.Contains).ShouldBeNearest(filled.Vectors.Where(pair => far.Contains(pair.Key)).ToDictionary(), query, 10);
        filled.Index.Search(query, 10, _ => false).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(20, 200)]
    [InlineData(900, 5)]
    public void Many_copies_of_a_vector_hide_neither_each_other_nor_the_rest(int different, int copies)
    {
        var vectors = SomeVectors.Many(different, FilledHnsw.Dimensions, seed: 17);
        var known = Enumerable.Range(0, different * copies).ToDictionary(id => id, id => vectors[id % different]);
        var index = FilledHnsw.Make(known);
        foreach (var query in vectors.Take(50))
        {
            var hits = index.Search(query, 5);
            hits.Count.ShouldBe(5);
            foreach (var hit in hits) hit.Similarity.ShouldBe(1, 1e-5f);
        }
    }

    [Fact]
    public void The_same_vectors_in_the_same_order_make_the_same_index()
    {
        var again = FilledHnsw.Make(filled.Vectors);
        foreach (var query in filled.Queries) again.Search(query, 10).ShouldBe(filled.Index.Search(query, 10));
    }

    [Fact]
    public void Building_on_several_threads_finds_as_much()
    {
        var state = new HnswState(filled.Index.State.Rows.Layout, FilledHnsw.Options);
        state.Rows.Append(filled.Index.State.Rows.View);
        state.LinkAll(threads: 4, progress: null, TestContext.Current.CancellationToken);
        var built = new HnswIndex(state.Rows.Layout, FilledHnsw.Options, state);
        SomeVectors.Recall(built, filled.Vectors, filled.Queries, 10).ShouldBeGreaterThan(0.97);
    }

    [Fact]
    public void Whatever_is_added_replaced_and_removed_no_hit_is_stale_and_small_indexes_are_exact()
    {
        var steps = Gen.Zip(Gen.Choose(-9, 9), Gen.Choose(0, 12)).ListOf();
        Prop.ForAll(Gen.Zip(steps, Gen.Choose(1, 40)).ToArbitrary(), story =>
        {
            var (index, known) = (new HnswIndex(3), new Dictionary<int, float[]>());
            foreach (var (id, shape) in story.Item1)
            {
                float[] vector = [shape % 4, shape / 4, shape == 5 ? -7 : 0];
                if (shape == 12) index.Remove(id).ShouldBe(known.Remove(id));
                else index.Upsert(id, known[id] = vector);
            }

            index.Count.ShouldBe(known.Count);
            index.Search([1, 2, 0], story.Item2).ShouldBeNearest(known, [1, 2, 0], story.Item2);
            var room = new float[3];
            foreach (var id in Enumerable.Range(-9, 19)) index.TryGet(id, room).ShouldBe(known.ContainsKey(id));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_makes_no_sense_is_refused_and_an_empty_index_finds_nothing()
    {
        var index = new HnswIndex(2);
        index.Search([1, 0], 5).ShouldBeEmpty();
        index.Remove(1).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => index.Search([1, 0], 0));
        Should.Throw<ArgumentException>(() => index.Search([1, 0], 5, efSearch: 0));
        Should.Throw<ArgumentException>(() => index.Upsert(1, [1, 2, 3]));
        Should.Throw<ArgumentException>(() => index.Upsert(1, [1, float.NaN]));
        Should.Throw<ArgumentException>(() => new HnswIndex(2, new HnswOptions { M = 1 })).Message.ShouldContain("M is from 2 to 128");
        index.Count.ShouldBe(0);
    }
}
