using Alicerce.Engine.Schemas;

namespace Alicerce.Engine.Discovery;

/// <summary>All that one scan found. Order of components and findings is by path, so that two scans of one tree are equal.</summary>
public sealed record ScanResult(
    IReadOnlyList<Component> Components,
    IReadOnlyList<Finding> Findings,
    ScanStats Stats,
    ISchemaDocuments Documents);

/// <summary>Totals of a scan (S004-DISC-10); the average is 0 when nothing was found.</summary>
public sealed record ScanStats(
    int TotalComponents, int TotalActions, int TotalQueries, int TotalForms, int TotalConditionals, int TotalIncludes, int TotalLines, double AvgComplexity)
{
    public static ScanStats Of(IReadOnlyCollection<Component> components) => new(
        components.Count,
        components.Sum(c => c.Actions.Count),
        components.Sum(c => c.Queries.Count),
        components.Sum(c => c.Forms.Count),
        components.Sum(c => c.Conditionals.Count),
        components.Sum(c => c.Includes.Count),
        components.Sum(c => c.LineCount),
        components.Count == 0 ? 0 : Math.Round(components.Average(c => c.ComplexityScore), 2));
}

/// <summary>One file of a project as a scanner sees it, wherever it comes from: a folder, an archive, a URL.</summary>
/// <param name="Path">Relative to the project, <c>/</c> between segments.</param>
/// <param name="Content">The file's bytes, already bounded by the source.</param>
/// <param name="ModifiedAt">UTC, or null.</param>
/// <param name="Address">Where it was fetched; null for a file of a folder or an archive.</param>
public sealed record SourceFile(string Path, ReadOnlyMemory<byte> Content, DateTimeOffset? ModifiedAt, Uri? Address = null);

/// <summary>Reads one kind of source file. It never throws on bad content: what is wrong becomes a finding.</summary>
public interface IComponentScanner
{
    /// <summary>Whether this scanner reads that file, judged by its path and, where the name is not enough, its first bytes.</summary>
    bool Accepts(SourceFile file);

    /// <param name="file">The file to read.</param>
    /// <param name="siblings">
    /// Looks up another file of the same project by relative path (for <c>$ref</c> in the same folder); null when there is none. One that is
    /// there and cannot be read throws <see cref="IOException"/>.
    /// </param>
    ScannedFile Scan(SourceFile file, Func<string, SourceFile?> siblings);
}

/// <summary>What one file gave: its components (a document has one a path), its findings and, for OpenAPI, the normalised document.</summary>
public sealed record ScannedFile(
    IReadOnlyList<Component> Components,
    IReadOnlyList<Finding> Findings,
    System.Text.Json.Nodes.JsonNode? Document = null);
