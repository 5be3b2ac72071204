using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery.Quantum;
using Alicerce.Engine.Schemas;

namespace Alicerce.Engine.Discovery;

/// <summary>
/// Scans a whole project: every candidate of a source through the first scanner that accepts it, in parallel, with results in the order
/// of the paths (S004-DISC-01). A file that cannot be read or breaks a scanner costs one finding (S004-DISC-02).
/// </summary>
public sealed class ProjectScanner(IReadOnlyList<IComponentScanner> scanners, ScanOptions options)
{
    /// <summary>Names the build of these scanners: what another one found may not be what this one would find.</summary>
    public static string Version { get; } = typeof(ProjectScanner).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    /// <param name="source">The files.</param>
    /// <param name="previous">What an earlier scan returned: files with the same bytes, whose siblings did not change, are not parsed again.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    public ProjectScan Scan(IProjectSource source, IReadOnlyDictionary<string, KnownFile>? previous, CancellationToken cancellationToken)
    {
        ProjectFiles files = source.List(cancellationToken);
        var byPath = files.Files.Concat(files.LookedUp).ToDictionary(f => f.Path, StringComparer.Ordinal);
        var known = new KnownFile?[files.Files.Count];
        var reused = new ConcurrentBag<string>();
        var parallel = new ParallelOptions
        {
            CancellationToken = cancellationToken,
            MaxDegreeOfParallelism = options.Parallelism > 0 ? options.Parallelism : Environment.ProcessorCount,
        };
        Parallel.For(0, known.Length, parallel, i =>
        {
            known[i] = ScanFile(files.Files[i], byPath, previous, out bool isReused);
            if (isReused) reused.Add(files.Files[i].Path);
        });
        return Gather(files, known) with { Reused = reused.ToHashSet(StringComparer.Ordinal) };
    }

    private ProjectScan Gather(ProjectFiles files, KnownFile?[] known)
    {
        RouteMap routes = ProjectRoutes.Of(files.Files, options);
        var components = new List<Component>();
        var findings = new List<Finding>(files.Findings);
        var documents = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        var scanned = new Dictionary<string, KnownFile>(StringComparer.Ordinal);
        for (int i = 0; i < known.Length; i++)
        {
            if (known[i] is not { } file) continue;
            string path = files.Files[i].Path;
            scanned.Add(path, file);
            components.AddRange(file.File.Components.Select(c => Routed(c, path, routes)));
            findings.AddRange(file.File.Findings);
            if (file.File.Document is { } document) documents.Add(path, document);
        }
        // Files come in the order of their paths with findings in the order of their lines: only what was skipped has to be put between.
        if (files.Findings.Count > 0) findings = [.. findings.OrderBy(f => f.FilePath, StringComparer.Ordinal)];
        var result = new ScanResult(components, findings, ScanStats.Of(components), new ScannedDocuments(documents));
        return new ProjectScan(result, scanned, files.Refused) { Unread = [.. findings.Select(SourceFindings.UnreadBy).OfType<string>()] };
    }

    /// <summary>Routes depend on the project's configuration, not on the file alone, so they are given anew each time.</summary>
    private static Component Routed(Component component, string path, RouteMap routes)
    {
        if (!path.EndsWith(".q", StringComparison.OrdinalIgnoreCase)) return component;
        return component with { Route = component.Served ? routes.RouteOf(path) : null };
    }

    private KnownFile? ScanFile(ProjectFile listed, Dictionary<string, ProjectFile> all, IReadOnlyDictionary<string, KnownFile>? previous, out bool isReused)
    {
        isReused = false;
        try
        {
            SourceFile file = listed.Open();
            if (scanners.FirstOrDefault(s => s.Accepts(file)) is not { } scanner) return null;
            string hash = Hash(file.Content);
            if (previous?.GetValueOrDefault(listed.Path) is { } before && before.Hash == hash && Unchanged(before, all))
            {
                isReused = true;
                return before with { File = Touched(before.File, listed.ModifiedAt) };
            }

            var siblings = new ConcurrentDictionary<string, string?>(StringComparer.Ordinal);
            ScannedFile scanned = scanner.Scan(file, path => Sibling(path, all, siblings));
            return new KnownFile(hash, scanned, siblings);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(listed.Path, SourceFindings.Unreadable, "the file cannot be read", "give the scan the right to read it, or ignore it");
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            return Failed(listed.Path, SourceFindings.ScanFailed, $"the scanner could not make sense of this file ({e.GetType().Name})", "please report it together with the file");
        }
    }

    private static SourceFile? Sibling(string path, Dictionary<string, ProjectFile> all, ConcurrentDictionary<string, string?> asked)
    {
        asked[path] = null;
        if (!all.TryGetValue(path, out ProjectFile? listed)) return null;
        SourceFile file = listed.Open();
        asked[path] = Hash(file.Content);
        return file;
    }

    private static bool Unchanged(KnownFile before, Dictionary<string, ProjectFile> all) => before.Siblings.All(sibling => HashOf(sibling.Key, all) == sibling.Value);

    private static string? HashOf(string path, Dictionary<string, ProjectFile> all)
    {
        try
        {
            return all.TryGetValue(path, out ProjectFile? now) ? Hash(now.Read()) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ScannedFile Touched(ScannedFile file, DateTimeOffset? modifiedAt) =>
        file with { Components = [.. file.Components.Select(c => c with { FileModifiedAt = modifiedAt })] };

    private static KnownFile Failed(string path, string code, string message, string hint) =>
        new("", new ScannedFile([], [SourceFindings.Refused(code, path, message, hint)]), new Dictionary<string, string?>(StringComparer.Ordinal));

    private static string Hash(ReadOnlyMemory<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content.Span));

    private sealed class ScannedDocuments(Dictionary<string, JsonNode> documents) : ISchemaDocuments
    {
        public JsonNode? Find(string path) => documents.GetValueOrDefault(path);
    }
}

/// <summary>A scan with what the next one needs to skip unchanged files.</summary>
/// <param name="Result">Components, findings and totals.</param>
/// <param name="Files">By path, for the next scan.</param>
/// <param name="Refused">The source was refused as a whole; the findings say why.</param>
public sealed record ProjectScan(ScanResult Result, IReadOnlyDictionary<string, KnownFile> Files, bool Refused)
{
    /// <summary>Files that were not parsed again.</summary>
    public IReadOnlySet<string> Reused { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Files and folders that are there and were not read, so that this scan says nothing about what is in them; an empty path is the whole
    /// project.
    /// </summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    public bool IsUnread(string path) => Unread.Any(unread => unread.Length == 0 || path == unread || path.StartsWith(unread + "/", StringComparison.Ordinal));
}

/// <summary>What a file gave, under which bytes.</summary>
/// <param name="Hash">SHA-256 of the file, lower-case hex; empty when it could not be read.</param>
/// <param name="File">Components and findings.</param>
/// <param name="Siblings">Files that the scanner looked into, with their hashes; null for one that did not exist.</param>
public sealed record KnownFile(string Hash, ScannedFile File, IReadOnlyDictionary<string, string?> Siblings);
