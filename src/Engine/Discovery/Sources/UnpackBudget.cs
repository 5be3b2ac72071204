namespace Alicerce.Engine.Discovery;

/// <summary>Counts what really comes out of an archive and stops at the first limit that is passed.</summary>
internal sealed class UnpackBudget(ArchiveLimits limits, long packedBytes)
{
    /// <summary>Small archives of plain text are allowed any ratio.</summary>
    private const long RatioFreeBytes = 1024 * 1024;

    private long _unpacked;
    private long _held;
    private int _entries;

    public void CountEntry()
    {
        if (++_entries > limits.MaxEntries)
            throw new ArchiveRefusedException("archive.too_many_entries", $"the archive has more than {limits.MaxEntries:N0} entries", "pack the sources only");
    }

    public void CountBytes(int bytes)
    {
        _unpacked += bytes;
        if (_unpacked > limits.MaxUnpackedBytes)
            throw new ArchiveRefusedException("archive.too_large_unpacked", $"the archive unpacks to more than {limits.MaxUnpackedBytes:N0} bytes", "pack the sources only");
        if (_unpacked > RatioFreeBytes && _unpacked / Math.Max(1, packedBytes) >= limits.MaxRatio)
            throw new ArchiveRefusedException("archive.ratio", $"the archive unpacks to more than {limits.MaxRatio} times its size", "pack the sources only");
    }

    public void Hold(int bytes)
    {
        _held += bytes;
        if (_held > limits.MaxHeldBytes)
            throw new ArchiveRefusedException("archive.too_much_source", $"the archive holds more than {limits.MaxHeldBytes:N0} bytes of sources", "split the project");
    }
}

/// <summary>Ends the reading of an archive; it never leaves <see cref="ArchiveSource"/>, which turns it into a finding.</summary>
internal sealed class ArchiveRefusedException(string code, string message, string hint) : Exception(message)
{
    public string Code { get; } = code;
    public string Hint { get; } = hint;
}
