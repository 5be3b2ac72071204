using Alicerce.Vectors.Indexes;

namespace Alicerce.Vectors.Tests.Indexes;

/// <summary>Writers and readers at once. Each id has two vectors that take turns; what a search finds must be one of them, whole, and each id once.</summary>
internal static class ConcurrentUse
{
    private const int Dimensions = 32;
    private const int Ids = 800;
    private const int Always = 200;

    public static async Task CheckAsync(IVectorIndex index, int rounds)
    {
        var (first, second) = (SomeVectors.Many(Ids, Dimensions, seed: 8), SomeVectors.Many(Ids, Dimensions, seed: 9));
        for (var id = 0; id < Ids; id++) index.Upsert(id, first[id]);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(reader => Task.Run(() => Read(reader, stop.Token), TestContext.Current.CancellationToken)).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(writer => Task.Run(() => Write(writer), TestContext.Current.CancellationToken)));
        await stop.CancelAsync();
        (await Task.WhenAll(readers)).Min().ShouldBeGreaterThan(0);

        void Write(int writer)
        {
            var random = new Random(writer);
            for (var round = 0; round < rounds; round++)
            {
                var id = (random.Next(Ids / 2) * 2) + writer;
                if (id >= Always && random.Next(3) == 0) index.Remove(id);
                else index.Upsert(id, (round % 2 == 0 ? first : second)[id]);
            }
        }

        int Read(int reader, CancellationToken stopped)
        {
            var (random, searches, vector) = (new Random(100 + reader), 0, new float[Dimensions]);
            for (; searches == 0 || !stopped.IsCancellationRequested; searches++)
            {
                var query = SomeVectors.One(random, Dimensions);
                var hits = index.Search(query, searches % 2 == 0 ? 10 : random.Next(1, 2 * Ids));
                hits.Select(hit => hit.Id).Distinct().Count().ShouldBe(hits.Count);
                foreach (var hit in hits)
                    Math.Min(Math.Abs(hit.Similarity - SomeVectors.Cosine(first[hit.Id], query)), Math.Abs(hit.Similarity - SomeVectors.Cosine(second[hit.Id], query))).ShouldBeLessThan(1e-5);
                // These are replaced all the time and never removed: an update is no moment without the id.
                index.Search(query, 2 * Ids, id => id < Always).Count.ShouldBe(Always);
                index.TryGet(random.Next(Always), vector).ShouldBeTrue();
            }

            return searches;
        }
    }
}
