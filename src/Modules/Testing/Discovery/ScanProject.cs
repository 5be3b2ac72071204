using System.Security.Cryptography;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Discovery.OpenApi;
using Alicerce.Engine.Discovery.Quantum;
using Alicerce.Modules.Testing.Rows;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Modules.Testing.Discovery;

/// <summary>
/// <c>POST /projects/{id}/components/scan</c> (S004-DISC-11): (1) find out what to scan, (2) scan it, (3) bring the stored components, findings
/// and documents in line with it, (4) answer what there is now.
/// </summary>
internal sealed class ScanProject(TestingDb db, IProjects projects, ScanSettings settings, OpenApiDownload download, RememberedFiles remembered, ScanStore store)
{
    /// <summary>Components and findings in an answer; the lists give the others.</summary>
    private const int MostListed = 1000;

    public static readonly Problem NoSource = Problem.Invalid(
        "", "scan_source_required", "This project has no stored source: send an archive, a path under ALICERCE_SCAN_ROOTS, or an openapi_url.");

    public static readonly Problem ArchiveGone = Problem.Invalid("", "scan_source_required", "The last scan read an uploaded archive, which is not kept: upload it again.");

    public static readonly Problem PathRefused = Problem.Invalid(
        "path", "path_not_allowed", "path is an absolute folder inside one of the folders that the server's ALICERCE_SCAN_ROOTS names.");

    public static readonly Problem UrlInvalid = Problem.Invalid("openapi_url", "not_an_address", "openapi_url is an absolute http or https address without user.");

    /// <param name="Unchanged">Components whose stored row needed no change.</param>
    /// <param name="Reused">Files with the same bytes as in the last scan, which were not parsed again.</param>
    /// <param name="Removed">Paths that earlier scans found and this one did not.</param>
    /// <param name="FindingsTotal">All findings; the first thousand are listed.</param>
    public sealed record Answer(
        IReadOnlyList<ComponentView> Components, ScanStats Stats, IReadOnlyList<FindingView> Findings, int FindingsTotal, int Unchanged, int Reused, IReadOnlyList<string> Removed);

    public static async Task<Result<Answer>> HandleAsync(int projectId, HttpRequest http, ScanProject scan, CancellationToken ct)
    {
        if (await scan.FindProjectAsync(projectId, ct) is { } unknown) return unknown;
        var (request, problem) = await ScanRequest.ReadAsync(http, ct);
        return problem is not null ? problem : await scan.RunAsync(projectId, request!, ct);
    }

    private async Task<Problem?> FindProjectAsync(int projectId, CancellationToken ct) => await projects.FindAsync(projectId, ct) is null ? Unknown.Project(projectId) : null;

    private async Task<Result<Answer>> RunAsync(int projectId, ScanRequest request, CancellationToken ct)
    {
        var stored = await db.ScanSources.AsNoTracking().SingleOrDefaultAsync(s => s.ProjectId == projectId, ct);
        if (ScanConfig.Read(request.Body.Config ?? stored?.Config, out var config) is { } mistake) return mistake;
        if (SourceOf(projectId, request, stored, out var from) is { } missing) return missing;
        var options = ScanConfig.OptionsFor(config);
        var (source, problem) = await OpenAsync(from!, request, options, ct);
        if (problem is not null) return problem;

        var previous = await remembered.ReadAsync(projectId, ct);
        var result = await Task.Run(() => ScannerFor(options).Scan(source!, previous, ct), ct);
        if (result.Refused) return Problem.Invalid(from!.Kind, result.Result.Findings[0].Code, $"{result.Result.Findings[0].Message}: {result.Result.Findings[0].Hint}");
        result = WithoutLongPaths(result);
        var changes = await store.SaveAsync(from!, result, ct);
        return await AnswerAsync(projectId, result, changes, ct);
    }

    /// <summary>What to scan, as it will be remembered.</summary>
    private Problem? SourceOf(int projectId, ScanRequest request, ScanSource? stored, out ScanSource? from)
    {
        from = null;
        ScanSource Remember(string kind, string location) => new() { ProjectId = projectId, Kind = kind, Location = location, Config = request.Body.Config ?? stored?.Config };
        if (request.Archive is { } archive)
        {
            using var content = archive.OpenReadStream();
            from = Remember(ScanSource.Archive, Convert.ToHexStringLower(SHA256.HashData(content)));
            return null;
        }

        var path = request.Body.Path ?? (request.Body.OpenapiUrl is null && stored?.Kind == ScanSource.Folder ? stored.Location : null);
        if (path is not null)
        {
            // A stored folder is resolved again: the roots or its links may have changed since.
            if (settings.Resolve(path) is not { } real) return PathRefused;
            from = Remember(ScanSource.Folder, real);
            return null;
        }

        var url = request.Body.OpenapiUrl ?? (stored?.Kind == ScanSource.OpenApiUrl ? stored.Location : null);
        if (url is null) return stored is null ? NoSource : ArchiveGone;
        if (url.Length > 2000 || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0) return UrlInvalid;
        from = Remember(ScanSource.OpenApiUrl, url);
        return null;
    }

    private async Task<(IProjectSource? Source, Problem? Problem)> OpenAsync(ScanSource from, ScanRequest request, ScanOptions options, CancellationToken ct) => from.Kind switch
    {
        ScanSource.Archive => (new ArchiveSource(request.Archive!.OpenReadStream(), options), null),
        ScanSource.Folder => (new FolderSource(from.Location, options), null),
        _ => await download.FetchAsync(new Uri(from.Location), await projects.ListEnvironmentsAsync(from.ProjectId, ct), ct),
    };

    private static ProjectScanner ScannerFor(ScanOptions options) => new([new QuantumScanner(options), new QuantumConfigScanner(), new OpenApiScanner()], options);

    private static ProjectScan WithoutLongPaths(ProjectScan scan)
    {
        static bool IsTooLong(string path) => path.Length > StoredComponent.LongestPath || path.Contains('\0');
        var tooLong = scan.Result.Components.Select(c => c.FilePath).Concat(scan.Files.Keys).Where(IsTooLong).Distinct(StringComparer.Ordinal).ToList();
        if (tooLong.Count == 0) return scan;
        var findings = tooLong.Select(path => new Finding
        {
            Code = "source.path_too_long",
            Severity = FindingSeverity.Error,
            FilePath = Fitting.Text(path, StoredComponent.LongestPath),
            Message = $"The path has more than {StoredComponent.LongestPath} characters, or one that no path has, and was left out.",
            Hint = "Give it a shorter path.",
        });
        var components = scan.Result.Components.Where(c => !IsTooLong(c.FilePath)).ToList();
        return scan with
        {
            Result = scan.Result with { Components = components, Stats = ScanStats.Of(components), Findings = [.. scan.Result.Findings, .. findings] },
            Files = scan.Files.Where(file => !IsTooLong(file.Key)).ToDictionary(StringComparer.Ordinal),
        };
    }

    private async Task<Answer> AnswerAsync(int projectId, ProjectScan scan, ScanChanges changes, CancellationToken ct)
    {
        var components = await db.Components.AsNoTracking().Where(c => c.ProjectId == projectId && c.RemovedAt == null).OrderBy(c => c.FilePath).Take(MostListed).ToListAsync(ct);
        var findings = await db.Findings.AsNoTracking().Where(f => f.ProjectId == projectId).OrderBy(f => f.FilePath).ThenBy(f => f.Line).ThenBy(f => f.Id).Take(MostListed).ToListAsync(ct);
        var total = scan.Result.Findings.DistinctBy(f => f.Id).Count();
        return new Answer(
            components.ConvertAll(ComponentView.Of), scan.Result.Stats, findings.ConvertAll(FindingView.Of), total, scan.Result.Components.Count - changes.Changed, scan.Reused.Count,
            changes.Removed);
    }
}
