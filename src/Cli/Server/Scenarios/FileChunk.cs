using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Alicerce.Cli.Server.Scenarios;

/// <summary>A part of a file that is a file of its own.</summary>
/// <param name="FirstLine">Of its rows, in the whole file.</param>
/// <param name="HeaderLines">The header of a CSV file stands in front of each part.</param>
internal sealed record FileChunk(ReadOnlyMemory<byte> Bytes, int Rows, int FirstLine, int HeaderLines)
{
    public const int MostRows = 5_000;
    public const int MostBytes = RecordReader.LongestRecord;
    private const string Line = "line ";

    public int LastLine => FirstLine + Bytes.Span.TrimEnd("\r\n"u8).Count((byte)'\n') - HeaderLines;

    /// <summary>What is line 3 of this part is another line of the whole file.</summary>
    public string PlaceInFile(string place)
    {
        if (!place.StartsWith(Line, StringComparison.Ordinal) || !int.TryParse(place.AsSpan(Line.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var line)) return place;
        return line <= HeaderLines ? place : $"{Line}{FirstLine + line - HeaderLines - 1}";
    }

    /// <summary>All of a file, part after part as they are asked for; blank lines stay where they are, so that lines count.</summary>
    public static async IAsyncEnumerable<FileChunk> ReadAsync(Stream file, bool isCsv, [EnumeratorCancellation] CancellationToken ct)
    {
        byte[]? header = isCsv ? null : [];
        var before = new List<byte>();
        var part = new Part([], 1);
        await foreach (var record in new RecordReader(file, isCsv).ReadAsync(ct))
        {
            if (header is null)
            {
                before.AddRange(record.Bytes.Span);
                if (record.IsBlank) continue;
                header = [.. before];
                part = new Part(header, header.AsSpan().Count((byte)'\n') + 1);
                continue;
            }

            if (part.Rows == MostRows || (part.Rows > 0 && part.Length + record.Bytes.Length > MostBytes))
            {
                yield return part.Done();
                part = new Part(header, record.FirstLine);
            }

            part.Add(record);
        }

        if (part.Rows > 0) yield return part.Done();
    }

    private sealed class Part(byte[] header, int firstLine)
    {
        private readonly ArrayBufferWriter<byte> _bytes = new();

        public int Rows { get; private set; }

        public int Length => header.Length + _bytes.WrittenCount;

        public void Add(FileRecord record)
        {
            _bytes.Write(record.Bytes.Span);
            if (!record.IsBlank) Rows++;
        }

        public FileChunk Done() => new((byte[])[.. header, .. _bytes.WrittenSpan], Rows, firstLine, header.AsSpan().Count((byte)'\n'));
    }
}
