using System.Buffers;
using System.Globalization;
using System.Text;

namespace Alicerce.Platform.Web.Logging;

/// <summary>
/// Takes lines from all threads and writes what has gathered in one go, a few milliseconds later at most. A reader that is too slow, or a full
/// disk, costs lines, never requests: what cannot be kept is counted, and the number is told as soon as writing works again.
/// </summary>
internal sealed class LogOutput : IDisposable
{
    private const int MostKept = 8 * 1024 * 1024;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(3);
    private static readonly TimeSpan LongestFlush = TimeSpan.FromSeconds(2);

    private readonly object _gate = new();
    private readonly Stream _stream;
    private readonly TimeProvider _clock;
    private readonly Thread _writer;
    private readonly ManualResetEventSlim _closing = new();
    private ArrayBufferWriter<byte> _gathered = new(16 * 1024);
    private ArrayBufferWriter<byte> _written = new(16 * 1024);
    private long _lost;
    private bool _stopped;

    public LogOutput(Stream stream, TimeProvider clock)
    {
        (_stream, _clock) = (stream, clock);
        _writer = new Thread(WriteAll) { IsBackground = true, Name = "log output" };
        _writer.Start();
    }

    public void Write(ReadOnlySpan<byte> line)
    {
        lock (_gate)
        {
            if (_stopped) return;
            if (_gathered.WrittenCount + line.Length > MostKept)
            {
                _lost++;
                return;
            }

            var wasEmpty = _gathered.WrittenCount == 0;
            _gathered.Write(line);
            if (wasEmpty) Monitor.Pulse(_gate);
        }
    }

    /// <summary>Writes what is left; a reader that does not read holds nobody up for long.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _stopped = true;
            Monitor.Pulse(_gate);
        }

        _closing.Set();
        if (_writer.Join(LongestFlush)) _closing.Dispose();
    }

    private void WriteAll()
    {
        while (Take())
        {
            TryWrite(_written.WrittenSpan);
            _written.ResetWrittenCount();
            _closing.Wait(Gathering);
        }
    }

    private bool Take()
    {
        lock (_gate)
        {
            while (_gathered.WrittenCount == 0 && !_stopped) Monitor.Wait(_gate);
            (_gathered, _written) = (_written, _gathered);
            return _written.WrittenCount > 0;
        }
    }

    private void TryWrite(ReadOnlySpan<byte> lines)
    {
        try
        {
            var lost = Interlocked.Exchange(ref _lost, 0);
            if (lost > 0) WriteOrLose(LostLine(lost), lost);
            WriteOrLose(lines, lines.Count((byte)'\n'));
        }
        catch (IOException)
        {
            // Counted already; the next lines try again.
        }
    }

    private void WriteOrLose(ReadOnlySpan<byte> lines, long count)
    {
        try
        {
            _stream.Write(lines);
            _stream.Flush();
        }
        catch (IOException)
        {
            Interlocked.Add(ref _lost, count);
            throw;
        }
    }

    private byte[] LostLine(long lost) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $$"""{"timestamp":"{{_clock.GetUtcNow():O}}","level":"ERROR","message":"{{lost}} log lines were lost: the output could not be written, or was not read in time.","service":"alicerce","module":"log","func":null,"line":null,"correlation_id":"log","lost_lines":{{lost}}}{{"\n"}}"""));
}
