namespace Alicerce.Engine.Discovery;

/// <summary>
/// A folder on this machine. Links that lead out of it are skipped with a finding, folders of the <see cref="IgnoreList"/> are not
/// entered, and number, size and depth are bounded (T004-32, T004-36).
/// </summary>
public sealed class FolderSource(string root, ScanOptions options) : IProjectSource
{
    /// <inheritdoc/>
    public ProjectFiles List(CancellationToken cancellationToken)
    {
        if (RealPath.Of(root) is not { } real || !Directory.Exists(real))
            return ProjectFiles.Refuse(SourceFindings.Refused("source.not_found", "", "the folder does not exist", "check the path"));
        if (real == "/")
            return ProjectFiles.Refuse(SourceFindings.Refused("source.root_refused", "", "the root of the file system is never scanned", "name the project's folder"));
        return new Listing(real, options, cancellationToken).Run();
    }

    /// <summary>One walk through the folder.</summary>
    private sealed class Listing(string root, ScanOptions options, CancellationToken cancellationToken)
    {
        private readonly IgnoreList _ignore = new(options.Ignore);
        private readonly List<ProjectFile> _files = [];
        private readonly List<Finding> _findings = [];
        private readonly Stack<(string Path, string Real, int Depth)> _folders = new();
        private bool _full;

        public ProjectFiles Run()
        {
            _folders.Push(("", root, 0));
            while (!_full && _folders.TryPop(out var folder))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Walk(folder.Path, folder.Real, folder.Depth);
            }
            _files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
            return new ProjectFiles(_files, _findings);
        }

        private void Walk(string folder, string real, int depth)
        {
            try
            {
                foreach (FileSystemInfo entry in new DirectoryInfo(real).EnumerateFileSystemInfos())
                {
                    Note(folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}", entry, real, depth);
                    if (_full) return;
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Skip(SourceFindings.Unreadable, folder, "the folder cannot be read", "give the scan the right to read it, or ignore it");
            }
        }

        private void Note(string path, FileSystemInfo entry, string parent, int depth)
        {
            bool link = entry.LinkTarget is not null;
            if (link && _ignore.IgnoresFile(path)) return;
            FileSystemInfo? target = link ? Follow(path, entry, parent) : entry;
            switch (target)
            {
                case DirectoryInfo directory when !_ignore.IgnoresFolder(path):
                    if (depth + 1 > options.MaxFolderDepth) Skip(SourceFindings.TooDeep, path, $"folders are nested more than {options.MaxFolderDepth} deep", "ignore it, or raise the limit");
                    else _folders.Push((path, directory.FullName, depth + 1));
                    break;
                case FileInfo file when Candidates.Is(path) && !_ignore.IgnoresFile(path):
                    AddFile(path, file);
                    break;
            }
        }

        /// <summary>What a link leads to; null when that is outside the root, or a folder that holds the link itself.</summary>
        private FileSystemInfo? Follow(string path, FileSystemInfo link, string parent)
        {
            string? real = RealPath.Of(link.FullName);
            if (real is null)
            {
                Skip("source.broken_link", path, "the link leads nowhere", "remove it");
                return null;
            }
            if (!(real + "/").StartsWith(root + "/", StringComparison.Ordinal))
            {
                Skip("source.link_outside", path, "the link leads out of the project and was not followed", "copy the file into the project");
                return null;
            }
            if (!Directory.Exists(real)) return new FileInfo(real);
            return (parent + "/").StartsWith(real + "/", StringComparison.Ordinal) ? null : new DirectoryInfo(real);
        }

        private void AddFile(string path, FileInfo file)
        {
            if (_files.Count >= options.MaxFiles)
            {
                _full = true;
                Skip(SourceFindings.TooManyFiles, path, $"the project has more than {options.MaxFiles:N0} files to look at: the others were not read", "ignore some folders, or raise the limit");
                return;
            }
            int limit = options.LimitFor(path);
            if (file.Length > limit) _findings.Add(SourceFindings.TooLarge(path, limit));
            else _files.Add(new ProjectFile(path, file.Length, new DateTimeOffset(file.LastWriteTimeUtc), () => Read(file.FullName, file.Length, limit)));
        }

        private void Skip(string code, string path, string message, string hint) => _findings.Add(SourceFindings.Skipped(code, path, message, hint));

        /// <summary>A length of 0 is never opened: a pipe or a device says 0 too, and would block or never end.</summary>
        private static ReadOnlyMemory<byte> Read(string path, long listed, int limit)
        {
            if (listed == 0) return default;
            using var handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
            byte[] content = new byte[Math.Min(RandomAccess.GetLength(handle), limit)];
            int read = 0;
            while (read < content.Length && RandomAccess.Read(handle, content.AsSpan(read), read) is var count and > 0) read += count;
            return content.AsMemory(0, read);
        }
    }
}
