namespace Alicerce.Engine.Discovery;

/// <summary>Where a project's files come from. What is wrong with it becomes a finding; it does not throw on bad input.</summary>
public interface IProjectSource
{
    ProjectFiles List(CancellationToken cancellationToken);
}

/// <summary>The candidates of a project by path, with what was left out and why.</summary>
/// <param name="Files">Ordered by path.</param>
/// <param name="Findings">What was skipped.</param>
/// <param name="Refused">The source was refused as a whole; the finding says why.</param>
public sealed record ProjectFiles(IReadOnlyList<ProjectFile> Files, IReadOnlyList<Finding> Findings, bool Refused = false)
{
    /// <summary>Files that are only looked up by others and never scanned on their own.</summary>
    public IReadOnlyList<ProjectFile> LookedUp { get; init; } = [];

    internal static ProjectFiles Refuse(Finding why) => new([], [why], Refused: true);
}

/// <summary>A file that a scanner may want. Its bytes are read when asked for.</summary>
/// <param name="Path">Relative to the project, <c>/</c> between segments.</param>
/// <param name="Size">Bytes, as listed.</param>
/// <param name="ModifiedAt">UTC, or null.</param>
/// <param name="Read">Reads it, never more than the limit of the scan; throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</param>
/// <param name="Address">Where it was fetched; null for a file of a folder or an archive.</param>
public sealed record ProjectFile(string Path, long Size, DateTimeOffset? ModifiedAt, Func<ReadOnlyMemory<byte>> Read, Uri? Address = null)
{
    internal SourceFile Open() => new(Path, Read(), ModifiedAt, Address);
}

internal static class Candidates
{
    /// <summary>Judged by name alone; which scanner reads a JSON or YAML file is decided by its content.</summary>
    public static bool Is(string path) =>
        path.EndsWith(".q", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
