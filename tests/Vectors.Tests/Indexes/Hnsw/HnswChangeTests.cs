using Alicerce.Vectors.Indexes.Hnsw;

namespace Alicerce.Vectors.Tests.Indexes.Hnsw;

public class HnswChangeTests
{
    private const int Dimensions = FilledHnsw.Dimensions;

    [Fact]
    public void After_many_deletes_and_updates_it_finds_as_much_as_one_made_anew()
    {
        var all = SomeVectors.Clustered(12_050, Dimensions, 40, seed: 12);
        var known = all.Take(4_000).Index().ToDictionary(pair => pair.Index, pair => pair.Item);
        var index = FilledHnsw.Make(known);
        var random = new Random(13);
        foreach (var vector in all.Skip(4_000).Take(8_000))
        {
            // Two of three are updates of what is there, the third takes the place of one that goes.
            var id = random.Next(4_000);
            if (random.Next(3) == 0)
            {
                index.Remove(id).ShouldBe(known.Remove(id));
                id += 4_000;
            }

            index.Upsert(id, known[id] = vector);
        }

        index.Count.ShouldBe(known.Count);
        var queries = all.Skip(12_000).ToArray();
        var recall = SomeVectors.Recall(index, known, queries, 10);
        recall.ShouldBeGreaterThan(0.96);
        recall.ShouldBeGreaterThan(SomeVectors.Recall(FilledHnsw.Make(known), known, queries, 10) - 0.02);
        foreach (var query in queries) index.Search(query, 10).ShouldAllBe(hit => known.ContainsKey(hit.Id));
    }

    [Fact]
    public void Vectors_added_where_all_others_were_removed_are_found()
    {
        var (here, there) = (new float[Dimensions], new float[Dimensions]);
        (here[0], there[1]) = (10, 10);
        var random = new Random(14);
        float[] Near(float[] place) => [.. SomeVectors.One(random, Dimensions).Zip(place, (noise, value) => value + (0.3f * noise))];
        var known = Enumerable.Range(0, 4_000).ToDictionary(id => id, id => Near(id < 700 ? here : there));
        var index = FilledHnsw.Make(known);
        for (var id = 0; id < 700; id++) index.Remove(id).ShouldBe(known.Remove(id));
        for (var id = 5_000; id < 5_020; id++) index.Upsert(id, known[id] = Near(here));
        index.Search(here, 20).Select(hit => hit.Id).Order().ShouldBe(Enumerable.Range(5_000, 20));
        SomeVectors.Recall(index, known, [.. Enumerable.Range(0, 20).Select(_ => Near(there))], 10).ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void An_index_that_was_emptied_fills_again()
    {
        var index = new HnswIndex(4, new HnswOptions { EfSearch = 10 });
        var vectors = SomeVectors.Many(1_000, 4, seed: 15);
        for (var round = 0; round < 2; round++)
        {
            foreach (var (id, vector) in vectors.Index()) index.Upsert(id, vector);
            index.Search(vectors[7], 1)[0].Id.ShouldBe(7);
            foreach (var (id, _) in vectors.Index()) index.Remove(id).ShouldBeTrue();
            index.Search(vectors[7], 1).ShouldBeEmpty();
        }
    }

    [Fact]
    [Trait("Trap", "T000-26")]
    public Task Searches_while_others_write_see_whole_vectors_and_each_id_once() =>
        ConcurrentUse.CheckAsync(new HnswIndex(32, new HnswOptions { M = 6, EfConstruction = 30, EfSearch = 10 }), rounds: 1_500);
}
