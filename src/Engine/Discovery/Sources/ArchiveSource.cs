using System.Buffers;
using System.Formats.Tar;
using System.IO.Compression;

namespace Alicerce.Engine.Discovery;

/// <summary>
/// An uploaded archive, <c>.zip</c> or <c>.tar.gz</c>, told apart by its first bytes. Nothing is written to disk. An archive that breaks a
/// limit, or holds a link, a device, or a name that points outside, is refused whole: it was not packed by an honest tool.
/// </summary>
public sealed class ArchiveSource(Stream archive, ScanOptions options) : IProjectSource
{
    private static readonly byte[] s_zipDirectoryEntry = "PK\x01\x02"u8.ToArray();

    private readonly IgnoreList _ignore = new(options.Ignore);
    private readonly SortedDictionary<string, ProjectFile> _files = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];

    /// <inheritdoc/>
    public ProjectFiles List(CancellationToken cancellationToken)
    {
        try
        {
            using MemoryStream packed = Buffer(cancellationToken);
            var budget = new UnpackBudget(options.Archive, packed.Length);
            ReadOnlySpan<byte> start = packed.GetBuffer().AsSpan(0, (int)Math.Min(4, packed.Length));
            if (start.StartsWith("PK"u8)) ReadZip(packed, budget, cancellationToken);
            else if (start is [0x1F, 0x8B, ..]) ReadTar(packed, budget, cancellationToken);
            else throw new ArchiveRefusedException("archive.unknown_format", "this is neither a .zip nor a .tar.gz file", "pack the project as one of them");
            return new ProjectFiles([.. _files.Values], _findings);
        }
        catch (ArchiveRefusedException e)
        {
            return ProjectFiles.Refuse(SourceFindings.Refused(e.Code, "", e.Message, e.Hint));
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            return ProjectFiles.Refuse(SourceFindings.Refused("archive.broken", "", "the archive is damaged, encrypted, or not in the format that it claims", "pack it again"));
        }
    }

    private MemoryStream Buffer(CancellationToken cancellationToken)
    {
        long limit = options.Archive.MaxPackedBytes;
        var packed = new MemoryStream();
        byte[] block = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            while (archive.Read(block) is var read and > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (packed.Length + read > limit) throw new ArchiveRefusedException("archive.too_large", $"the archive is larger than {limit:N0} bytes", "pack the sources only");
                packed.Write(block, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
        packed.Position = 0;
        return packed;
    }

    private void ReadZip(MemoryStream packed, UnpackBudget budget, CancellationToken cancellationToken)
    {
        // Opening a zip reads its whole directory, so the entries are counted first.
        if (packed.GetBuffer().AsSpan(0, (int)packed.Length).Count(s_zipDirectoryEntry) > options.Archive.MaxEntries)
            throw new ArchiveRefusedException("archive.too_many_entries", $"the archive has more than {options.Archive.MaxEntries:N0} entries", "pack the sources only");

        using var zip = new ZipArchive(packed, ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            budget.CountEntry();
            const int typeMask = 0xF000, regular = 0x8000, folder = 0x4000;
            int type = (entry.ExternalAttributes >> 16) & typeMask;
            if (type is not 0 and not regular and not folder) throw NoFile(entry.FullName);
            string path = Checked(entry.FullName);
            if (type == folder || entry.FullName.EndsWith('/')) continue;
            if (!IsWanted(path)) continue;
            using var content = new CountedStream(entry.Open(), budget);
            Take(path, content, entry.LastWriteTime.ToUniversalTime(), budget);
        }
    }

    private void ReadTar(MemoryStream packed, UnpackBudget budget, CancellationToken cancellationToken)
    {
        using var unpacked = new TarStream(new GZipStream(packed, CompressionMode.Decompress), budget);
        using var tar = new TarReader(unpacked);
        while (Next(tar, unpacked) is { } entry)
        {
            cancellationToken.ThrowIfCancellationRequested();
            budget.CountEntry();
            if (entry.EntryType == TarEntryType.GlobalExtendedAttributes) continue;
            string path = Checked(entry.Name);
            if (entry.EntryType is TarEntryType.Directory or TarEntryType.DirectoryList) continue;
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile)) throw NoFile(entry.Name);
            if (entry.DataStream is not { } content)
            {
                if (IsWanted(path)) Add(path, default, entry.ModificationTime);
                continue;
            }
            if (IsWanted(path)) Take(path, content, entry.ModificationTime, budget);
            // What is left is read here, so that only headers are between here and the next entry.
            content.CopyTo(Stream.Null);
        }
    }

    private static TarEntry? Next(TarReader tar, TarStream unpacked)
    {
        unpacked.InHeaders = true;
        TarEntry? entry = tar.GetNextEntry();
        unpacked.InHeaders = false;
        return entry;
    }

    private bool IsWanted(string path) => Candidates.Is(path) && !_ignore.IgnoresFile(path);

    private void Take(string path, Stream content, DateTimeOffset modifiedAt, UnpackBudget budget)
    {
        int limit = options.LimitFor(path);
        using var held = new MemoryStream();
        byte[] block = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            while (content.Read(block) is var read and > 0)
            {
                if (held.Length + read > limit)
                {
                    _findings.Add(SourceFindings.TooLarge(path, limit));
                    return;
                }
                held.Write(block, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
        budget.Hold((int)held.Length);
        Add(path, held.ToArray(), modifiedAt);
    }

    private void Add(string path, ReadOnlyMemory<byte> content, DateTimeOffset modifiedAt)
    {
        if (!_files.TryAdd(path, new ProjectFile(path, content.Length, modifiedAt, () => content)))
            throw new ArchiveRefusedException("archive.duplicate_name", $"the archive holds '{path}' twice", "pack it again");
    }

    private static string Checked(string name) => ArchivePath.Normalise(name)
        ?? throw new ArchiveRefusedException("archive.unsafe_name", $"the archive holds a name that points outside: '{Shown(name)}'", "pack with names relative to the project");

    private static ArchiveRefusedException NoFile(string name) =>
        new("archive.not_a_file", $"'{Shown(name)}' is a link or a device", "pack plain files only");

    private static string Shown(string name) => new([.. name.Take(120).Where(c => !char.IsControl(c))]);
}
