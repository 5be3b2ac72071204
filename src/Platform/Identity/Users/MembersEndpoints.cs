using System.ComponentModel.DataAnnotations;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.Rows;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Platform.Identity;

/// <summary>Who may do what in a project (D8).</summary>
internal static class MembersEndpoints
{
    public static readonly Problem Unknown = Problem.NotFound("members.unknown", "This user is no member of the project.");
    public static readonly Problem ChangedMeanwhile = Problem.Conflict("members.changed_meanwhile", "The membership was changed by somebody else at the same moment: read it again.");

    /// <param name="Role"><c>viewer</c>, <c>developer</c> or <c>admin</c>; counts in this project instead of the user's own role.</param>
    public sealed record MemberInput([property: RegularExpression(AccessRoles.Pattern)] string Role);

    public sealed record MemberView(int UserId, string Name, string? Email, string Role, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

    public static void Map(IEndpointRouteBuilder api)
    {
        var members = api.MapGroup("/projects/{project_id:int}/members").WithTags("Members").InProject("project_id");
        members.MapGet("/", ListAsync).WithSummary("List the members of a project, by name").ProducesErrors(404);
        members.MapPut("/{user_id:int}", PutAsync).RequireAuthorization(Policies.Admin).WithSummary("Make a user a member of a project, or change what a member may do").ProducesErrors(404, 409);
        members.MapDelete("/{user_id:int}", DeleteAsync).RequireAuthorization(Policies.Admin).WithSummary("Take a member out of a project").ProducesErrors(404);
    }

    private static async Task<Paged<MemberView>> ListAsync([FromRoute(Name = "project_id")] int projectId, [AsParameters] PageQuery paging, PlatformDb db, CancellationToken ct)
    {
        if (PageRequest.Read(paging, out var page) is { } problem) return problem;
        if (!await db.Projects.AnyAsync(project => project.Id == projectId, ct)) return ProjectsEndpoints.Unknown;
        var rows = db.Memberships.Where(member => member.ProjectId == projectId).Join(db.Users, member => member.UserId, user => user.Id, (member, user) => new { member, user })
            .OrderBy(row => row.user.Name).ThenBy(row => row.user.Id);
        return await Paged.OfAsync(rows, page, row => ViewOf(row.member, row.user), ct);
    }

    private static async Task<Result<MemberView>> PutAsync([FromRoute(Name = "project_id")] int projectId, [FromRoute(Name = "user_id")] int userId, MemberInput input, PlatformDb db, CancellationToken ct)
    {
        if (new Validation().CheckRole(input.Role).Problem is { } problem) return problem;
        if (!await db.Projects.AnyAsync(project => project.Id == projectId, ct)) return ProjectsEndpoints.Unknown;
        if (await db.Users.SingleOrDefaultAsync(user => user.Id == userId, ct) is not { } user) return UsersEndpoints.Unknown;
        var member = await db.Memberships.SingleOrDefaultAsync(row => row.ProjectId == projectId && row.UserId == userId, ct);
        if (member is null) db.Memberships.Add(member = new Membership { ProjectId = projectId, UserId = userId, Role = input.Role });
        member.Role = input.Role;
        db.Publish(() => FactOf("member.updated", member));
        return await db.TrySaveAsync(ChangedMeanwhile, ifInUse: ChangedMeanwhile, ct) is { } conflict ? conflict : ViewOf(member, user);
    }

    private static async Task<Done> DeleteAsync([FromRoute(Name = "project_id")] int projectId, [FromRoute(Name = "user_id")] int userId, PlatformDb db, CancellationToken ct)
    {
        if (await db.Memberships.SingleOrDefaultAsync(row => row.ProjectId == projectId && row.UserId == userId, ct) is not { } member) return Unknown;
        db.Memberships.Remove(member);
        db.Publish(() => FactOf("member.removed", member));
        await db.SaveChangesAsync(ct);
        return Done.Successfully;
    }

    private static Fact FactOf(string type, Membership member) => new(type, member.ProjectId, $"{member.UserId}", new { member.ProjectId, member.UserId, member.Role });

    private static MemberView ViewOf(Membership member, User user) => new(user.Id, user.Name, user.Email, member.Role, member.CreatedAt, member.UpdatedAt);
}
