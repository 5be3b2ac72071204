namespace Alicerce.Cli.Server.Runs;

/// <summary>
/// A stream of events with two limits: one event has at most so many bytes, and something, be it a heartbeat, has to arrive every minute.
/// Beyond them reading ends with an <see cref="IOException"/>, as on a lost connection.
/// </summary>
internal sealed class LimitedEventBody(Stream inner, TimeProvider clock) : Stream
{
    private const int LargestEvent = 4 * 1024 * 1024;
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(1);

    private long _sinceEvent;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public void EventEnded() => _sinceEvent = 0;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var silence = new CancellationTokenSource(LongestSilence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        var read = await inner.ReadAsync(buffer, either.Token);
        _sinceEvent += read;
        return _sinceEvent <= LargestEvent ? read : throw new IOException("An event is too large.");
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
