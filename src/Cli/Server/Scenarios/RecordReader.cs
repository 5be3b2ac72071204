using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Alicerce.Cli.Server.Scenarios;

/// <param name="Bytes">As it stands in the file, with the end of its last line.</param>
/// <param name="FirstLine">Counted from 1.</param>
internal sealed record FileRecord(ReadOnlyMemory<byte> Bytes, int FirstLine, bool IsBlank);

/// <summary>Cuts a file into its records, however large it is: lines, or rows of CSV, whose quoted fields may have lines of their own.</summary>
internal sealed class RecordReader(Stream file, bool isCsv)
{
    public const int LongestRecord = 8 * 1024 * 1024;
    private const int BlockSize = 64 * 1024;
    private static readonly StreamPipeReaderOptions s_options = new(bufferSize: BlockSize, leaveOpen: true);

    /// <summary>How far an unfinished row has been looked through, so that none of it is looked at twice.</summary>
    private readonly record struct Row(long Length, bool IsInField, bool IsQuoted, bool IsOpen);

    private Row _row;

    /// <summary>In front of a header any of them may stand; then it is known.</summary>
    private byte[] _delimiters = [.. ",;\t"u8];

    public async IAsyncEnumerable<FileRecord> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var pipe = PipeReader.Create(file, s_options);
        for (var line = 1; ;)
        {
            var read = await pipe.ReadAsync(ct);
            var rest = read.Buffer;
            if (line == 1) RefuseUtf16(rest);
            while (TryTake(ref rest, read.IsCompleted, line) is { } record)
            {
                yield return record;
                line += record.Bytes.Span.Count((byte)'\n');
            }

            if (read.IsCompleted) yield break;
            if (rest.Length > LongestRecord) throw new UserError($"line {line}: a row has at most {LongestRecord / 1024 / 1024} MB.{(isCsv ? " Is a quote missing?" : "")}");
            pipe.AdvanceTo(rest.Start, rest.End);
        }
    }

    private FileRecord? TryTake(ref ReadOnlySequence<byte> rest, bool isLast, int line)
    {
        if (rest.IsEmpty) return null;
        var reader = new SequenceReader<byte>(rest.Slice(_row.Length));
        if (!(isCsv ? SkipRow(ref reader) : reader.TryAdvanceTo((byte)'\n')))
        {
            if (!isLast) return Wait(rest.Length);
            if (_row.IsOpen) throw new UserError($"line {line}: a quote that is opened in this row is not closed before the end of the file.");
            reader.AdvanceToEnd();
        }

        _row = new Row();
        var bytes = rest.Slice(0, reader.Position).ToArray();
        rest = rest.Slice(reader.Position);
        var isBlank = !bytes.AsSpan().ContainsAnyExcept(isCsv ? "\r\n"u8 : " \t\r\n"u8);
        if (isCsv && _delimiters.Length > 1 && !isBlank) _delimiters = [.. _delimiters.Where(bytes.Contains).Take(1)];
        return new FileRecord(bytes, line, isBlank);
    }

    private FileRecord? Wait(long length)
    {
        _row = _row with { Length = length };
        return null;
    }

    /// <summary>A quote counts where a field begins with one; elsewhere it is a letter like others, as in 5" of wood.</summary>
    private bool SkipRow(ref SequenceReader<byte> reader)
    {
        while (reader.TryRead(out var letter))
        {
            if (letter == '\n' && !_row.IsOpen) return true;
            if (letter == '"' && (_row.IsQuoted || !_row.IsInField)) _row = _row with { IsInField = true, IsQuoted = true, IsOpen = !_row.IsOpen };
            else if (!_row.IsOpen) _row = _delimiters.AsSpan().Contains(letter) ? new Row() : _row with { IsInField = true };
        }

        return false;
    }

    private static void RefuseUtf16(ReadOnlySequence<byte> start)
    {
        Span<byte> mark = stackalloc byte[2];
        if (start.Length < mark.Length) return;
        start.Slice(0, mark.Length).CopyTo(mark);
        if (mark is [0xFF, 0xFE] or [0xFE, 0xFF]) throw new UserError("The file is UTF-16: save it as UTF-8 and import it again.");
    }
}
