namespace Alicerce.Engine.Discovery;

/// <summary>What a project says about its own scan; the defaults fit a Quantum project as its tools lay it out.</summary>
public sealed record ScanOptions
{
    /// <summary>Folder of the components, relative to the project; null reads it from the project's configuration, else <c>components</c>.</summary>
    public string? ComponentsPath { get; init; }

    /// <summary>Prefix of every URL, such as <c>/blog</c>; null reads <c>application.basePath</c> of the configuration.</summary>
    public string? BasePath { get; init; }

    /// <summary>Checked in order before the general rule; the first glob that matches a file decides.</summary>
    public IReadOnlyList<RouteOverride> RouteOverrides { get; init; } = [];

    /// <summary>Globs of paths to leave out, besides <see cref="IgnoreList.Folders"/>.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Bytes of one <c>.q</c> file.</summary>
    public int MaxFileSize { get; init; } = 4 * 1024 * 1024;

    /// <summary>Bytes of one JSON or YAML file.</summary>
    public int MaxDocumentSize { get; init; } = 16 * 1024 * 1024;

    /// <summary>Files that a scan looks at, counted before ignoring by content.</summary>
    public int MaxFiles { get; init; } = 100_000;

    /// <summary>Folders inside folders.</summary>
    public int MaxFolderDepth { get; init; } = 32;

    public ArchiveLimits Archive { get; init; } = new();

    /// <summary>Largest number of files read at once; 0 means one for each core.</summary>
    public int Parallelism { get; init; }

    internal int LimitFor(string path) => path.EndsWith(".q", StringComparison.OrdinalIgnoreCase) ? MaxFileSize : MaxDocumentSize;
}

/// <summary>Gives the files that match a glob another URL; a null route says that they have none.</summary>
public sealed record RouteOverride(string Glob, string? Route);

/// <summary>Bounds of an uploaded archive, counted on the bytes that really come out, never on what its headers say.</summary>
public sealed record ArchiveLimits
{
    public long MaxPackedBytes { get; init; } = 50L * 1024 * 1024;
    public long MaxUnpackedBytes { get; init; } = 500L * 1024 * 1024;
    public int MaxEntries { get; init; } = 20_000;

    /// <summary>Unpacked bytes for each packed byte, judged after the first megabyte.</summary>
    public int MaxRatio { get; init; } = 100;

    /// <summary>Bytes of scannable files that are held in memory at once.</summary>
    public long MaxHeldBytes { get; init; } = 128L * 1024 * 1024;
}
