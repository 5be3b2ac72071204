using Alicerce.Vectors.Indexes.Exact;

namespace Alicerce.Vectors.Tests.Indexes.Exact;

public class ExactIndexConcurrencyTests
{
    [Fact]
    [Trait("Trap", "T000-26")]
    public Task Searches_while_others_write_see_whole_vectors_and_each_id_once() => ConcurrentUse.CheckAsync(new ExactIndex(32), rounds: 20_000);
}
