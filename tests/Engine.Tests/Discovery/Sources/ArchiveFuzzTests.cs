using System.IO.Compression;
using Alicerce.Engine.Discovery;
using Alicerce.Harness.Fuzzing;

namespace Alicerce.Engine.Tests.Discovery.Sources;

public class ArchiveFuzzTests
{
    private static readonly string[] s_zipTokens =
        ["PK\x01\x02", "PK\x03\x04", "PK\x05\x06", "PK\x06\x06", "../", "/", "\0", "\x08\0", "\x01\0", "\x7F\x7F\x7F\x7F", "components/index.q"];

    private static readonly string[] s_tarTokens =
        ["ustar", "0000644\0", "77777777777\0", "10000000000\0", "\0\0\0\0", "../", "path=", "size=9999999999\n", "30 mtime=1.5\n", "x", "g", "L", "K", "2", "5"];

    [Fact]
    public void The_archives_that_are_mutated_can_be_read()
    {
        foreach (byte[] archive in new[] { Archive("shop.zip"), Packed(Archive("pax.tar")), Packed(Archive("gnu.tar")) })
            List(archive).Files.Count.ShouldBe(4);
    }

    [Fact]
    public Task Nothing_makes_the_reader_of_zip_files_throw_hang_or_swell() =>
        Fuzz.CheckAsync(new Mutator([Archive("shop.zip")], s_zipTokens), input => { List(input); });

    [Fact]
    public Task Nothing_makes_the_reader_of_packed_tar_files_throw_hang_or_swell() =>
        Fuzz.CheckAsync(new Mutator([Packed(Archive("pax.tar")), Packed(Archive("gnu.tar"))], ["\x1F\x8B\x08", "\0\0\0\0", "\x7F"]), input => { List(input); });

    /// <summary>What is changed inside of the compression reaches the reader of the tar itself.</summary>
    [Fact]
    public Task Nothing_inside_of_the_compression_makes_the_reader_of_tar_files_throw_hang_or_swell() =>
        Fuzz.CheckAsync(new Mutator([Archive("pax.tar"), Archive("gnu.tar")], s_tarTokens), input => { List(Packed(input)); });

    private static ProjectFiles List(byte[] archive)
    {
        var files = new ArchiveSource(new MemoryStream(archive), new ScanOptions()).List(TestContext.Current.CancellationToken);
        foreach (var file in files.Files)
        {
            file.Path.Split('/').ShouldNotContain("..");
            file.Path.ShouldNotStartWith("/");
            file.Read();
        }
        return files;
    }

    private static byte[] Archive(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "archives", name));

    private static byte[] Packed(byte[] content)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(content);
        return packed.ToArray();
    }
}
