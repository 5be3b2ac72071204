using System.Security.Cryptography;
using Alicerce.Vectors.Indexes.Hnsw;

namespace Alicerce.Vectors.Tests.Indexes.Hnsw;

public sealed class HnswFileTests(FilledHnsw filled) : IClassFixture<FilledHnsw>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("alicerce-index-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "scenarios.index");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    [Trait("Req", "S000-IDX-07")]
    public void What_is_loaded_finds_what_the_saved_index_found()
    {
        filled.Index.Save(Path, new IndexStamp("built-in:1", 4_711));
        var (index, stamp) = HnswIndex.Load(Path, FilledHnsw.Dimensions);
        stamp.ShouldBe(new IndexStamp("built-in:1", 4_711));
        index.Count.ShouldBe(4_000);
        index.Options.ShouldBe(FilledHnsw.Options);
        foreach (var query in filled.Queries) index.Search(query, 10).ShouldBe(filled.Index.Search(query, 10));
        index.Upsert(-5, filled.Queries[0]);
        index.Search(filled.Queries[0], 1)[0].Id.ShouldBe(-5);
        _folder.GetFiles().ShouldHaveSingleItem();
    }

    [Fact]
    public void The_removed_are_not_saved_and_an_empty_index_is()
    {
        var index = new HnswIndex(2);
        index.Upsert(1, [1, 0]);
        index.Upsert(2, [0, 1]);
        index.Remove(1);
        index.Save(Path, new IndexStamp("m", 1));
        HnswIndex.Load(Path, 2).Index.Search([1, 1], 5).Select(hit => hit.Id).ShouldBe([2]);
        index.Remove(2);
        index.Save(Path, new IndexStamp("m", 2));
        HnswIndex.Load(Path, 2).Index.Count.ShouldBe(0);
    }

    [Fact]
    public void A_damaged_file_is_refused_wherever_it_is_damaged()
    {
        var good = Small();
        for (var at = 0; at < good.Length; at += 7)
        {
            var bad = good.ToArray();
            bad[at] ^= 4;
            File.WriteAllBytes(Path, bad);
            Should.Throw<InvalidDataException>(() => HnswIndex.Load(Path, 3)).Message.ShouldContain("it is damaged or cut short");
            File.WriteAllBytes(Path, good[..at]);
            Should.Throw<InvalidDataException>(() => HnswIndex.Load(Path, 3)).Message.ShouldContain(Path);
        }
    }

    [Fact]
    public void A_forged_file_with_a_right_checksum_is_refused_or_harmless()
    {
        var good = Small();
        for (var at = 0; at < good.Length - 32; at++)
        {
            var forged = good.ToArray();
            forged[at] = (byte)(forged[at] == 0xFF ? 0x7F : 0xFF);
            SHA256.HashData(forged.AsSpan(0, forged.Length - 32)).CopyTo(forged, forged.Length - 32);
            File.WriteAllBytes(Path, forged);
            try
            {
                var index = HnswIndex.Load(Path, 3).Index;
                index.Search([1, 2, 3], 5).Count.ShouldBe(5);
                index.State.Graph.Entry.Slot.ShouldBeInRange(0, 39);
            }
            catch (InvalidDataException)
            {
                // refused
            }
        }
    }

    [Fact]
    public void A_file_of_other_dimensions_is_refused_and_says_so()
    {
        Small();
        Should.Throw<InvalidDataException>(() => HnswIndex.Load(Path, 4)).Message
            .ShouldBe($"The index file {Path} cannot be used: its vectors have 3 numbers, and 4 are wanted. Delete it: the index is built anew from the stored vectors.");
    }

    [Fact]
    public void A_save_that_fails_leaves_the_file_that_was_there()
    {
        var good = Small();
        Should.Throw<ArgumentException>(() => filled.Index.Save(Path, new IndexStamp(new string('m', 2_000), 1)));
        File.ReadAllBytes(Path).ShouldBe(good);
        _folder.GetFiles().ShouldHaveSingleItem();
    }

    private byte[] Small()
    {
        var index = new HnswIndex(3, new HnswOptions { M = 2 });
        foreach (var (id, vector) in SomeVectors.Many(40, 3, seed: 16).Index()) index.Upsert(id, vector);
        index.Save(Path, new IndexStamp("m", 3));
        return File.ReadAllBytes(Path);
    }
}
