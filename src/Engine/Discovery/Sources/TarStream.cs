using System.Buffers.Binary;

namespace Alicerce.Engine.Discovery;

/// <summary>
/// The bytes of a tar on their way to its reader, which reads long names and attributes whole and takes memory for as many bytes as their
/// header declares. While headers are read, neither what comes nor what is declared may be larger than <see cref="MaxHeaderBytes"/>.
/// </summary>
internal sealed class TarStream(Stream inner, UnpackBudget budget) : CountedStream(inner, budget)
{
    private const int MaxHeaderBytes = 1024 * 1024;
    private const int BlockSize = 512;

    private readonly byte[] _block = new byte[BlockSize];
    private long _position;
    private long? _headerStart;

    /// <summary>Whether the reader is looking for the next entry; otherwise it reads an entry's content.</summary>
    public bool InHeaders
    {
        get => _headerStart is not null;
        set => _headerStart = value ? _position : null;
    }

    protected override void Inspect(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var offset = (int)(_position % BlockSize);
            var taken = Math.Min(bytes.Length, BlockSize - offset);
            bytes[..taken].CopyTo(_block.AsSpan(offset));
            bytes = bytes[taken..];
            _position += taken;
            if (InHeaders && (_position - _headerStart > MaxHeaderBytes || (offset + taken == BlockSize && DeclaresTooMuch(_block)))) throw TooLarge();
        }
    }

    /// <summary>
    /// Whether a block is the header of a long name, a long link or attributes (types L, K, x and g) that are too large. The reader does not
    /// look at the checksum before it takes the memory, so neither does this.
    /// </summary>
    private static bool DeclaresTooMuch(ReadOnlySpan<byte> block)
    {
        if (block[156] is not ((byte)'L' or (byte)'K' or (byte)'x' or (byte)'g')) return false;
        var size = block.Slice(124, 12);
        // Sizes that do not fit octal digits are written in binary, marked by the highest bit.
        if ((size[0] & 0x80) != 0) return BinaryPrimitives.ReadInt64BigEndian(size[4..]) is < 0 or > MaxHeaderBytes;
        var declared = 0L;
        foreach (var digit in size)
            if (digit is >= (byte)'0' and <= (byte)'7') declared = (declared * 8) + (digit - '0');
        return declared > MaxHeaderBytes;
    }

    private static ArchiveRefusedException TooLarge() =>
        new("archive.header_too_large", "an entry's header is too large", "pack the project again with common tools");
}
