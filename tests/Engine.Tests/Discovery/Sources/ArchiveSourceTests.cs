using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Alicerce.Engine.Discovery;

namespace Alicerce.Engine.Tests.Discovery.Sources;

public class ArchiveSourceTests
{
    private static ProjectFiles List(byte[] archive, ArchiveLimits? limits = null) =>
        new ArchiveSource(new MemoryStream(archive), new ScanOptions { Archive = limits ?? new ArchiveLimits() }).List(TestContext.Current.CancellationToken);

    private static byte[] Zip(params (string Name, string Text)[] entries) => Zip(0, entries);

    private static byte[] Zip(int attributes, params (string Name, string Text)[] entries)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in entries)
            {
                ZipArchiveEntry entry = zip.CreateEntry(name);
                entry.ExternalAttributes = attributes;
                using Stream content = entry.Open();
                content.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return packed.ToArray();
    }

    private static byte[] Tar(params TarEntry[] entries)
    {
        var packed = new MemoryStream();
        using (var tar = new TarWriter(new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)))
        {
            foreach (TarEntry entry in entries) tar.WriteEntry(entry);
        }
        return packed.ToArray();
    }

    private static PaxTarEntry TarFile(string name, string text) => new(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) };

    private static string Refusal(ProjectFiles files)
    {
        files.Refused.ShouldBeTrue();
        files.Files.ShouldBeEmpty();
        return files.Findings.ShouldHaveSingleItem().Code;
    }

    [Fact]
    public void Sources_of_a_zip_and_of_a_tar_are_read()
    {
        (string, string)[] expected = [("components/a.q", "<a/>"), ("empty.q", ""), ("openapi.json", "{}")];
        ProjectFiles zip = List(Zip(("openapi.json", "{}"), ("components/a.q", "<a/>"), ("empty.q", ""), ("node_modules/b.q", "x"), ("photo.png", "x")));
        ProjectFiles tar = List(Tar(TarFile("openapi.json", "{}"), TarFile("./components/a.q", "<a/>"), TarFile("empty.q", ""), TarFile("photo.png", "x")));

        foreach (ProjectFiles files in new[] { zip, tar })
            files.Files.Select(f => (f.Path, Encoding.UTF8.GetString(f.Read().Span))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("../a.q")]
    [InlineData("a/../../b.q")]
    [InlineData("/etc/a.q")]
    [InlineData("C:\\a.q")]
    [InlineData("..\\a.q")]
    [Trait("Trap", "T004-32")]
    public void Names_that_point_outside_refuse_the_archive(string name)
    {
        Refusal(List(Zip((name, "x")))).ShouldBe("archive.unsafe_name");
        Refusal(List(Tar(TarFile(name, "x")))).ShouldBe("archive.unsafe_name");
    }

    [Fact, Trait("Trap", "T004-32")]
    public void Links_and_devices_refuse_the_archive()
    {
        Refusal(List(Zip(unchecked((int)0xA1FF0000), ("link.q", "/etc/hostname")))).ShouldBe("archive.not_a_file");
        Refusal(List(Tar(new PaxTarEntry(TarEntryType.SymbolicLink, "l.q") { LinkName = "/etc/hostname" }))).ShouldBe("archive.not_a_file");
        Refusal(List(Tar(new PaxTarEntry(TarEntryType.HardLink, "l.q") { LinkName = "a.q" }))).ShouldBe("archive.not_a_file");
        Refusal(List(Tar(new PaxTarEntry(TarEntryType.Fifo, "p.q")))).ShouldBe("archive.not_a_file");
        Refusal(List(Tar(new PaxTarEntry(TarEntryType.CharacterDevice, "z.q")))).ShouldBe("archive.not_a_file");
    }

    [Fact]
    public void A_bomb_is_stopped_by_what_comes_out_of_it()
    {
        string zeros = new('0', 3_000_000);
        Refusal(List(Zip(("a.q", zeros), ("b.q", zeros)))).ShouldBe("archive.ratio");
        // In a tar every byte is unpacked, wanted or not.
        Refusal(List(Tar(TarFile("a.bin", zeros)))).ShouldBe("archive.ratio");
        Refusal(List(Zip(("a.q", zeros)), new ArchiveLimits { MaxUnpackedBytes = 1000 })).ShouldBe("archive.too_large_unpacked");
    }

    [Fact]
    public void Number_and_size_are_bounded()
    {
        (string, string)[] three = [("a.q", "x"), ("b.q", "x"), ("c.txt", "x")];
        Refusal(List(Zip(three), new ArchiveLimits { MaxEntries = 2 })).ShouldBe("archive.too_many_entries");
        Refusal(List(Tar(TarFile("a.q", "x"), TarFile("b.txt", "x")), new ArchiveLimits { MaxEntries = 1 })).ShouldBe("archive.too_many_entries");
        Refusal(List(Zip(three), new ArchiveLimits { MaxPackedBytes = 10 })).ShouldBe("archive.too_large");
        Refusal(List(Zip(three), new ArchiveLimits { MaxHeldBytes = 1 })).ShouldBe("archive.too_much_source");
        Refusal(List(Zip(("a.q", "x"), ("a.q", "y")))).ShouldBe("archive.duplicate_name");
    }

    [Fact]
    public void What_is_no_archive_is_refused()
    {
        Refusal(List([])).ShouldBe("archive.unknown_format");
        Refusal(List("hello"u8.ToArray())).ShouldBe("archive.unknown_format");
        Refusal(List("PK\x03\x04 broken"u8.ToArray())).ShouldBe("archive.broken");
        byte[] cut = Tar(TarFile("a.q", new string('x', 5000)));
        Refusal(List(cut[..(cut.Length / 2)])).ShouldBe("archive.broken");
    }

    [Theory]
    [InlineData('L')]
    [InlineData('K')]
    [InlineData('x')]
    [InlineData('g')]
    public void A_name_that_is_declared_as_a_gigabyte_takes_no_memory(char type)
    {
        byte[] header = new byte[512];
        Encoding.ASCII.GetBytes("././@LongLink").CopyTo(header, 0);
        Encoding.ASCII.GetBytes("10000000000\0").CopyTo(header, 124);
        header[156] = (byte)type;
        Encoding.ASCII.GetBytes("ustar  \0").CopyTo(header, 257);
        Encoding.ASCII.GetBytes("        ").CopyTo(header, 148);
        Encoding.ASCII.GetBytes(Convert.ToString(header.Sum(b => b), 8).PadLeft(6, '0') + "\0 ").CopyTo(header, 148);
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(header);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Refusal(List(packed.ToArray())).ShouldBe("archive.header_too_large");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4 * 1024 * 1024);
    }
}
