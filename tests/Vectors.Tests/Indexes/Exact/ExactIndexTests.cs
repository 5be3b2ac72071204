using Alicerce.Vectors.Indexes;
using Alicerce.Vectors.Indexes.Exact;
using FsCheck;
using FsCheck.Fluent;

namespace Alicerce.Vectors.Tests.Indexes.Exact;

public class ExactIndexTests
{
    [Fact]
    [Trait("Req", "S000-IDX-02")]
    public void Of_ten_thousand_vectors_it_finds_what_scoring_each_of_them_finds()
    {
        var vectors = SomeVectors.Clustered(10_000, 384, 100, seed: 1).Index().ToDictionary(pair => (pair.Index * 7) - 5_000, pair => pair.Item);
        var index = new ExactIndex(384);
        foreach (var (id, vector) in vectors) index.Upsert(id, vector);
        foreach (var query in vectors.Values.Take(10).Concat(SomeVectors.Many(10, 384, seed: 2)))
        {
            index.Search(query, 10).ShouldBeNearest(vectors, query, 10);
            index.Search(query, 10).Select(hit => hit.Id).ShouldBe(SomeVectors.BruteForce(vectors, query, 10).Select(hit => hit.Id));
        }

        index.Search(vectors[-5_000], 20_000).ShouldBeNearest(vectors, vectors[-5_000], 20_000);
    }

    [Fact]
    [Trait("Trap", "T000-02")]
    public void An_updated_vector_is_found_by_its_new_meaning_only()
    {
        var index = new ExactIndex(3);
        index.Upsert(1, [1, 0, 0]);
        index.Upsert(2, [0.9f, 0.1f, 0]);
        index.Upsert(1, [0, 0, 1]);
        index.Count.ShouldBe(2);
        index.Search([1, 0, 0], 5).Select(hit => hit.Id).ShouldBe([2, 1]);
        index.Search([1, 0, 0], 5)[1].Similarity.ShouldBe(0);
        index.Search([0, 0, 1], 1).ShouldHaveSingleItem().Id.ShouldBe(1);
    }

    [Fact]
    public void Whatever_is_added_replaced_and_removed_the_nearest_are_found()
    {
        var steps = Gen.Zip(Gen.Choose(-9, 9), Gen.Choose(0, 12)).ListOf();
        Prop.ForAll(Gen.Zip(steps, Gen.Choose(1, 40)).ToArbitrary(), story =>
        {
            var (index, known) = (new ExactIndex(5), new Dictionary<int, float[]>());
            foreach (var (id, shape) in story.Item1)
            {
                // Some shapes are alike, so that equal similarities come up, and one is all zeros.
                float[] vector = [shape % 4, shape / 4, shape == 5 ? -7 : 0, 0, shape % 2];
                if (shape == 12) index.Remove(id).ShouldBe(known.Remove(id));
                else index.Upsert(id, known[id] = vector);
            }

            index.Count.ShouldBe(known.Count);
            foreach (float[] query in (float[][])[[1, 2, 0, 0, 1], [0, 0, -1, 0, 0], [0, 0, 0, 0, 0]])
                index.Search(query, story.Item2).ShouldBeNearest(known, query, story.Item2);
            var room = new float[5];
            foreach (var id in Enumerable.Range(-9, 19)) index.TryGet(id, room).ShouldBe(known.ContainsKey(id));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Rows_that_died_are_left_behind_and_nothing_else()
    {
        var (index, known) = (new ExactIndex(8), new Dictionary<int, float[]>());
        foreach (var (i, vector) in SomeVectors.Many(5_000, 8, seed: 3).Index()) index.Upsert(i % 300, known[i % 300] = vector);
        foreach (var id in Enumerable.Range(0, 100)) index.Remove(id).ShouldBe(known.Remove(id));
        index.Count.ShouldBe(200);
        index.Rows.View.Count.ShouldBeLessThan(600);
        var query = SomeVectors.Many(1, 8, seed: 4)[0];
        index.Search(query, 1_000).ShouldBeNearest(known, query, 1_000);
    }

    [Fact]
    public void What_a_filter_refuses_takes_no_place()
    {
        var vectors = SomeVectors.Many(2_000, 16, seed: 5).Index().ToDictionary(pair => pair.Index, pair => pair.Item);
        var index = new ExactIndex(16);
        foreach (var (id, vector) in vectors) index.Upsert(id, vector);
        var query = SomeVectors.Many(1, 16, seed: 6)[0];
        foreach (var each in (int[])[2, 20, 1_000])
            index.Search(query, 10, id => id % each == 0).ShouldBeNearest(vectors.Where(pair => pair.Key % each == 0).ToDictionary(), query, 10);
        index.Search(query, 10, _ => false).ShouldBeEmpty();
        index.Search(query, 3, id => index.Search(vectors[id], 1)[0].Id == id).Count.ShouldBe(3);
    }

    [Fact]
    public void A_vector_is_kept_at_length_1()
    {
        var index = new ExactIndex(2);
        index.Upsert(7, [3e30f, 4e30f]);
        var vector = new float[2];
        index.TryGet(7, vector).ShouldBeTrue();
        vector.ShouldBe([0.6f, 0.8f], 1e-7);
        index.TryGet(8, vector).ShouldBeFalse();
        index.Search([30, 40], 1)[0].ShouldBe(new VectorHit(7, 1));
    }

    [Fact]
    public void What_makes_no_sense_is_refused_and_an_empty_index_finds_nothing()
    {
        var index = new ExactIndex(2);
        index.Search([1, 0], 5).ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => index.Search([1, 0], 0));
        Should.Throw<ArgumentException>(() => index.Search([1, 0], -1));
        Should.Throw<ArgumentException>(() => index.Search([1], 1)).Message.ShouldContain("The vector has 1 numbers, and this index holds vectors of 2.");
        Should.Throw<ArgumentException>(() => index.Upsert(1, [1, 2, 3]));
        Should.Throw<ArgumentException>(() => index.Upsert(1, [1, float.NaN]));
        Should.Throw<ArgumentException>(() => index.Search([float.PositiveInfinity, 1], 1));
        Should.Throw<ArgumentException>(() => index.TryGet(1, new float[3]));
        Should.Throw<ArgumentException>(() => new ExactIndex(0));
        index.Count.ShouldBe(0);
        index.Remove(1).ShouldBeFalse();
    }
}
