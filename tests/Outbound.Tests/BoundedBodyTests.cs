namespace Alicerce.Outbound.Tests;

public sealed class BoundedBodyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 10, 0, false)]
    [InlineData(9, 10, 9, false)]
    [InlineData(10, 10, 10, false)]
    [InlineData(11, 10, 10, true)]
    [InlineData(5, 0, 0, true)]
    [InlineData(0, 0, 0, false)]
    [InlineData(300_000, 1_000_000, 300_000, false)]
    [InlineData(300_000, 200_000, 200_000, true)]
    public async Task What_fits_is_kept_and_the_rest_is_told(int length, int limit, int kept, bool truncated)
    {
        var content = new byte[length];
        Random.Shared.NextBytes(content);
        using var body = await BoundedBody.ReadAsync(new MemoryStream(content), limit, Ct);
        body.Bytes.ToArray().ShouldBe(content[..kept]);
        body.Truncated.ShouldBe(truncated);
    }

    [Fact]
    public async Task An_endless_stream_is_left_after_the_limit()
    {
        var endless = new EndlessStream();
        using var body = await BoundedBody.ReadAsync(endless, 100_000, Ct);
        body.Truncated.ShouldBeTrue();
        endless.Given.ShouldBe(100_001);
    }

    [Fact]
    public async Task A_stream_that_hangs_ends_with_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        var reading = BoundedBody.ReadAsync(new System.IO.Pipelines.Pipe().Reader.AsStream(), 10, source.Token);
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
