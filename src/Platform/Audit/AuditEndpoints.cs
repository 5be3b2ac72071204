using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.Rows;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web.Answers;
using Alicerce.Platform.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Platform.Audit;

/// <summary>Reading the audit log, and proving it. Admins of the house read all of it, those of a project what concerns their project.</summary>
internal static class AuditEndpoints
{
    private const int LongestFilter = 200;

    public static readonly Problem AdminsOnly = Problem.Forbidden("audit.admins_only", "The audit log is for admins: of the house, or of a project for what concerns it.");

    /// <param name="Actor">Such as <c>user:5</c>, <c>system</c> or <c>nobody</c>.</param>
    /// <param name="Action">Such as <c>environment.updated</c>.</param>
    /// <param name="Subject">Such as <c>environment:3</c>, or <c>environment</c> for all of them.</param>
    /// <param name="Since">This moment and later.</param>
    /// <param name="Until">Before this moment.</param>
    public sealed record Filter(
        [property: FromQuery(Name = "actor"), MaxLength(LongestFilter)] string? Actor,
        [property: FromQuery(Name = "action"), MaxLength(LongestFilter)] string? Action,
        [property: FromQuery(Name = "subject"), MaxLength(LongestFilter)] string? Subject,
        [property: FromQuery(Name = "project_id")] int? ProjectId,
        [property: FromQuery(Name = "since")] DateTimeOffset? Since,
        [property: FromQuery(Name = "until")] DateTimeOffset? Until);

    /// <param name="Via">How the actor came in, such as <c>token:7</c> or <c>session:3</c>.</param>
    /// <param name="Details">Names of what changed, and values that may be told.</param>
    /// <param name="Outcome"><c>done</c> or <c>refused</c>.</param>
    /// <param name="SealNo">Its place among the sealed rows; null in its first second.</param>
    public sealed record RowView(
        long Id, DateTimeOffset At, string Actor, string? Via, string Action, string SubjectType, string? SubjectId, int? ProjectId, string? RequestId, string? Ip,
        JsonElement Details, string Outcome, long? SealNo);

    /// <param name="RowsSealed">How many were read and found sound.</param>
    /// <param name="KeptNumber">The last one whose seal is kept outside the database; none may be missing up to there.</param>
    /// <param name="Restores">Where the log went on after a restore that somebody ordered.</param>
    /// <param name="Fault">The first row that is wrong, and how.</param>
    public sealed record VerificationView(bool IsSound, long RowsSealed, long KeptNumber, IReadOnlyList<RestoreView> Restores, AuditFault? Fault);

    public sealed record RestoreView(long Number, DateTimeOffset At, string Actor, JsonElement Details);

    public static void Map(IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("Audit").AcrossProjects();
        audit.MapGet("/", ListAsync).RequireAuthorization(Policies.SignedIn).WithSummary("Who did what, the newest first; as an admin of a project, what concerns it").ProducesErrors(403)
            .Describes(new QueryDescription("cursor") { Example = CursorRequest.Beginning });
        audit.MapGet("/verification", VerifyAsync).RequireAuthorization(Policies.HouseAdmin).WithSummary("Read the whole audit log and say which row is the first that is not as it was sealed").ProducesErrors(403);
    }

    private static async Task<Listed<RowView>> ListAsync([AsParameters] Filter filter, [AsParameters] CursorQuery paging, HttpContext http, PlatformDb db, CancellationToken ct)
    {
        if (CursorRequest.Read(paging, out var place) is { } problem) return problem;
        var validation = new Validation();
        foreach (var (name, text) in new[] { ("actor", filter.Actor), ("action", filter.Action), ("subject", filter.Subject) }) validation.CheckText(text, name, LongestFilter);
        if (validation.Problem is { } tooLong) return tooLong;
        var caller = http.SignedInCaller();
        var projects = caller.InTheHouse == AccessRole.Admin ? null : caller.Memberships.Keys.Where(project => caller.In(project) == AccessRole.Admin).ToArray();
        if (projects is { Length: 0 }) return AdminsOnly;
        var rows = await Matching(db.AuditLog.AsNoTracking(), filter)
            .Where(row => (projects == null || projects.Contains(row.ProjectId!.Value)) && (place.Id == null || row.Id < place.Id))
            .OrderByDescending(row => row.Id).Take(place.Limit + 1).ToListAsync(ct);
        return Listed.Of(rows.ConvertAll(ViewOf), place, row => CursorRequest.Encode(DateTimeOffset.UnixEpoch, row.Id));
    }

    private static async Task<Result<VerificationView>> VerifyAsync(AuditVerifier verifier, CancellationToken ct)
    {
        var report = await verifier.VerifyAsync(ct);
        var restores = report.Restores.Select(row => new RestoreView(row.SealNo!.Value, row.At, row.Actor.Name, JsonElement.Parse(row.Details)));
        return new VerificationView(report.Fault is null, report.Sealed, report.Kept.Number, [.. restores], report.Fault);
    }

    private static IQueryable<AuditRow> Matching(IQueryable<AuditRow> rows, Filter filter)
    {
        if (filter.Actor is { } actor) rows = rows.Where(row => row.Actor == actor);
        if (filter.Action is { } action) rows = rows.Where(row => row.Action == action);
        if (filter.Subject?.Split(':', 2) is [var type, ..] parts)
        {
            rows = rows.Where(row => row.SubjectType == type);
            if (parts is [_, var id]) rows = rows.Where(row => row.SubjectId == id);
        }

        if (filter.ProjectId is { } project) rows = rows.Where(row => row.ProjectId == project);
        if (filter.Since?.ToUniversalTime() is { } since) rows = rows.Where(row => row.At >= since);
        if (filter.Until?.ToUniversalTime() is { } until) rows = rows.Where(row => row.At < until);
        return rows;
    }

    private static RowView ViewOf(AuditRow row) => new(
        row.Id, row.At, row.Actor, row.Via, row.Action, row.SubjectType, row.SubjectId, row.ProjectId, row.RequestId, row.Ip, JsonElement.Parse(row.Details), row.Outcome, row.SealNo);
}
