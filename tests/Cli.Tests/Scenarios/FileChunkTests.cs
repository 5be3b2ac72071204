using System.Text;
using Alicerce.Cli.Server.Scenarios;

namespace Alicerce.Cli.Tests.Scenarios;

/// <summary>How a file of scenarios is cut into parts that a server takes.</summary>
public sealed class FileChunkTests
{
    private const int Most = FileChunk.MostRows;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_part_of_a_csv_file_has_the_header_and_together_they_are_the_file()
    {
        var rows = string.Concat(Enumerable.Range(1, 12_000).Select(i => i % 3 == 0 ? $"\"caso {i}, com \"\"aspas\"\"\ne linha\";a\r\n" : $"caso {i} de 5\";b\n"));
        var parts = await PartsOfAsync("\r\ntitle;tags\r\n" + rows, isCsv: true);

        parts.Select(part => part.Rows).ShouldBe([Most, Most, 2_000]);
        parts.ShouldAllBe(part => TextOf(part).StartsWith("\r\ntitle;tags\r\ncaso", StringComparison.Ordinal) || TextOf(part).StartsWith("\r\ntitle;tags\r\n\"caso", StringComparison.Ordinal));
        string.Concat(parts.Select(part => TextOf(part)["\r\ntitle;tags\r\n".Length..])).ShouldBe(rows);
    }

    [Fact]
    public async Task Lines_that_a_server_names_are_those_of_the_whole_file()
    {
        var lines = await PartsOfAsync(string.Concat(Enumerable.Range(1, 6_000).Select(i => i == 7 ? "\n" : $"{{\"title\": \"{i}\"}}\n")), isCsv: false);
        (lines.Count, lines[1].FirstLine, lines[1].LastLine).ShouldBe((2, Most + 2, 6_000));
        lines[1].PlaceInFile("line 3").ShouldBe($"line {Most + 4}");
        lines[1].PlaceInFile("body").ShouldBe("body");

        var rows = await PartsOfAsync("title\n" + string.Concat(Enumerable.Range(1, 6_000).Select(i => i == 2 ? "\"2\n2\"\n" : $"{i}\n")), isCsv: true);
        (rows[0].FirstLine, rows[1].FirstLine, rows[1].LastLine).ShouldBe((2, Most + 3, 6_002));
        rows[0].PlaceInFile("line 2").ShouldBe("line 2");
        rows[1].PlaceInFile("line 1").ShouldBe("line 1");
        rows[1].PlaceInFile("line 2").ShouldBe($"line {Most + 3}");
    }

    [Fact]
    public async Task Large_rows_make_parts_of_fewer_rows()
    {
        var row = $"{{\"title\": \"{new string('x', 3 * 1024 * 1024)}\"}}\n";
        var parts = await PartsOfAsync(row + row + row, isCsv: false, blockSize: 64 * 1024);
        parts.Select(part => part.Rows).ShouldBe([2, 1]);
        parts.ShouldAllBe(part => part.Bytes.Length <= FileChunk.MostBytes);
    }

    [Theory]
    [InlineData("title\n", true)]
    [InlineData("title", true)]
    [InlineData("", true)]
    [InlineData("\n \n\n", false)]
    public async Task A_file_without_scenarios_has_no_part(string text, bool isCsv) => (await PartsOfAsync(text, isCsv)).ShouldBeEmpty();

    [Theory]
    [InlineData("title\n\"a\nb\nc", true, "line 2: a quote that is opened in this row is not closed")]
    [InlineData("\uFEFF", false, "UTF-16")]
    public async Task What_cannot_be_cut_is_told(string text, bool isCsv, string expected)
    {
        var bytes = text is "\uFEFF" ? Encoding.Unicode.GetBytes(text + "x") : Encoding.UTF8.GetBytes(text);
        (await Should.ThrowAsync<UserError>(() => CutAsync(bytes, isCsv, 64))).Message.ShouldContain(expected);
    }

    [Fact]
    public async Task A_row_without_end_is_not_waited_for()
    {
        var error = await Should.ThrowAsync<UserError>(() => CutAsync(Encoding.UTF8.GetBytes("title\nok\n" + new string('x', FileChunk.MostBytes + 200_000)), isCsv: true, 64 * 1024));
        error.Message.ShouldStartWith("line 3: a row has at most 8 MB");
    }

    private static string TextOf(FileChunk part) => Encoding.UTF8.GetString(part.Bytes.Span);

    private static Task<List<FileChunk>> PartsOfAsync(string text, bool isCsv, int blockSize = 61) => CutAsync(Encoding.UTF8.GetBytes(text), isCsv, blockSize);

    private static async Task<List<FileChunk>> CutAsync(byte[] bytes, bool isCsv, int blockSize)
    {
        await using var file = new Trickle(bytes, blockSize);
        return await FileChunk.ReadAsync(file, isCsv, Ct).ToListAsync(Ct);
    }

    /// <summary>Gives so many bytes at once, so that rows are cut in their midst.</summary>
    private sealed class Trickle(byte[] bytes, int blockSize) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(blockSize, buffer.Length)], cancellationToken);
    }
}
