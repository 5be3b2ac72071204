namespace Alicerce.Engine.Discovery;

/// <summary>Passes reads through and counts each byte that comes out.</summary>
internal sealed class CountedStream(Stream inner, UnpackBudget budget) : Stream
{
    /// <summary>Bytes that may be read before this is set again: bounds the headers of a tar entry, which are read whole.</summary>
    public long Allowance { get; set; } = long.MaxValue;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        budget.CountBytes(read);
        Allowance -= read;
        if (Allowance < 0) throw new ArchiveRefusedException("archive.header_too_large", "an entry's header is too large", "pack the project again with common tools");
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
