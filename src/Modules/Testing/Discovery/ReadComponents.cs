using Alicerce.Engine.Discovery;
using Alicerce.Platform.Data;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Alicerce.Modules.Testing.Discovery;

/// <summary>Reading what scans found: components, their totals (S004-DISC-10, S004-API-18) and findings.</summary>
internal static class ReadComponents
{
    public static readonly IReadOnlyList<string> ComponentTypes = ["page", "layout", "partial", "api"];
    public static readonly IReadOnlyList<string> Severities = ["info", "warning", "error"];

    private const string Totals = """
        SELECT count(*)::int, coalesce(sum(jsonb_array_length(actions_json)), 0)::int, coalesce(sum(jsonb_array_length(queries_json)), 0)::int,
            coalesce(sum(jsonb_array_length(forms_json)), 0)::int, coalesce(sum(jsonb_array_length(conditionals_json)), 0)::int,
            coalesce(sum(jsonb_array_length(includes_json)), 0)::int, coalesce(sum(line_count), 0)::int, coalesce(round(avg(complexity_score), 2), 0)::float8
        FROM testing.component_info WHERE project_id = $1 AND removed_at IS NULL
        """;

    public static async Task<Paged<ComponentView>> ListAsync(
        int projectId, [AsParameters] PageQuery pages, TestingDb db, IProjects projects, CancellationToken ct, string? type = null, string? q = null, [FromQuery(Name = "include_removed")] bool includeRemoved = false)
    {
        if (PageRequest.Read(pages, out var request) is { } problem) return problem;
        if (type is not null && !ComponentTypes.Contains(type))
            return Problem.Invalid("type", "unknown", $"type is one of {string.Join(", ", ComponentTypes)}.");
        if (await projects.FindAsync(projectId, ct) is null) return Unknown.Project(projectId);
        var pattern = Like.Containing(q);
        var query = db.Components.AsNoTracking().Where(c => c.ProjectId == projectId
            && (includeRemoved || c.RemovedAt == null)
            && (type == null || c.ComponentType == type)
            && (pattern == null || EF.Functions.ILike(c.FilePath, pattern, Like.Escape) || EF.Functions.ILike(c.ComponentName!, pattern, Like.Escape)));
        return await Paged.OfAsync(query.OrderBy(c => c.FilePath), request, ComponentView.Of, ct);
    }

    public static async Task<Result<ComponentView>> GetAsync(int projectId, int componentId, TestingDb db, CancellationToken ct) =>
        await db.Components.AsNoTracking().SingleOrDefaultAsync(c => c.ProjectId == projectId && c.Id == componentId, ct) is { } row
            ? ComponentView.Of(row)
            : Unknown.Component(componentId);

    public static async Task<Result<ScanStats>> StatsAsync(int projectId, NpgsqlDataSource source, IProjects projects, CancellationToken ct)
    {
        if (await projects.FindAsync(projectId, ct) is null) return Unknown.Project(projectId);
        await using var command = source.CreateCommand(Totals);
        command.Parameters.AddWithValue(projectId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new ScanStats(
            reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5), reader.GetInt32(6), reader.GetDouble(7));
    }

    public static async Task<Paged<FindingView>> FindingsAsync(
        int projectId, [AsParameters] PageQuery pages, TestingDb db, IProjects projects, CancellationToken ct, string? code = null, string? severity = null, bool? confirmed = null)
    {
        if (PageRequest.Read(pages, out var request) is { } problem) return problem;
        if (severity is not null && !Severities.Contains(severity))
            return Problem.Invalid("severity", "unknown", $"severity is one of {string.Join(", ", Severities)}.");
        if (await projects.FindAsync(projectId, ct) is null) return Unknown.Project(projectId);
        var query = db.Findings.AsNoTracking().Where(f => f.ProjectId == projectId
            && (code == null || f.Code == code || f.Code.StartsWith(code + "."))
            && (severity == null || f.Severity == severity)
            && (confirmed == null || f.Confirmed == confirmed));
        return await Paged.OfAsync(query.OrderBy(f => f.FilePath).ThenBy(f => f.Line).ThenBy(f => f.Id), request, FindingView.Of, ct);
    }
}
