using System.ComponentModel.DataAnnotations;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.Rows;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Alicerce.Platform.Projects;

/// <summary>Projects: what everything else refers to (S004-API-21).</summary>
internal static class ProjectsEndpoints
{
    private const int LongestDescription = 1000;

    public static readonly Problem Unknown = Problem.NotFound("projects.unknown", "There is no such project.");
    public static readonly Problem NameTaken = Problem.Conflict("projects.name_taken", "Another project has this name.");

    /// <summary>D20: secrets belong to a project's name, so whoever gives a name decides who gets its secrets.</summary>
    public static readonly Problem AdminNames = Problem.Forbidden(
        "projects.admin_names", "Secrets belong to the name of a project: only an admin renames one, or takes a name that secrets are configured for. Keep the name, choose another, or ask an admin.");

    public static readonly Problem InUse = Problem.Conflict("projects.in_use", "The project still holds resources, such as ports or secrets: release them first.");

    /// <param name="Name">Kebab-case, unique.</param>
    public sealed record ProjectInput(
        [property: RegularExpression(Rules.KebabCase), MinLength(1), MaxLength(Rules.LongestName)] string Name,
        [property: MaxLength(LongestDescription)] string? Description = null);

    /// <summary>Fields to change; what is left out stays, null clears.</summary>
    public sealed record ProjectPatch
    {
        [RegularExpression(Rules.KebabCase), MinLength(1), MaxLength(Rules.LongestName)]
        public Optional<string> Name { get; init; }

        [MaxLength(LongestDescription)]
        public Optional<string?> Description { get; init; }
    }

    public sealed record ProjectView(int Id, string Name, string? Description, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

    public static void Map(IEndpointRouteBuilder api)
    {
        var projects = api.MapGroup("/projects").WithTags("Projects").AcrossProjects();
        var project = api.MapGroup("/projects/{id:int}").WithTags("Projects").InProject("id");
        projects.MapGet("/", ListAsync).WithSummary("List projects, by name");
        projects.MapPost("/", CreateAsync).WithSummary("Create a project").ProducesErrors(403, 409);
        project.MapGet("/", ReadAsync).WithSummary("Read a project");
        project.MapPut("/", ReplaceAsync).WithSummary("Replace a project; its name, only as an admin").ProducesErrors(403, 409, 412);
        project.MapPatch("/", ChangeAsync).WithSummary("Change fields of a project; its name, only as an admin").ProducesErrors(403, 409, 412);
        project.MapDelete("/", DeleteAsync).WithSummary("Delete a project with its environments, suites, cases and results").ProducesErrors(403, 409, 412)
            .RequireAuthorization(Policies.Admin);
    }

    private static async Task<Paged<ProjectView>> ListAsync([AsParameters] PageQuery query, string? name, HttpContext http, PlatformDb db, CancellationToken ct)
    {
        if (PageRequest.Read(query, out var request) is { } problem) return problem;
        var visible = http.SignedInCaller().VisibleProjects;
        var rows = db.Projects.AsNoTracking()
            .Where(project => (name == null || project.Name == name) && (visible == null || visible.Contains(project.Id)))
            .OrderBy(project => project.Name).ThenBy(project => project.Id);
        return await Paged.OfAsync(rows, request, ViewOf, ct);
    }

    private static async Task<Created<ProjectView>> CreateAsync(ProjectInput input, HttpContext http, IConfiguration configuration, CallerDirectory callers, PlatformDb db, CancellationToken ct)
    {
        if (Check(input.Name, input.Description) is { } problem) return problem;
        if (EnvironmentSecretReader.HasSecretsOf(configuration, input.Name) && !await http.MayAsync(Policies.HouseAdmin)) return AdminNames;
        var project = new Project { Name = input.Name, Description = input.Description };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Projects.Add(project);
        db.Publish(() => FactOf("project.created", project));
        if (await db.TrySaveAsync(NameTaken, null, ct) is { } taken) return taken;
        if (http.SignedInCaller() is { SeesAllProjects: false } caller) await JoinAsync(project, caller, db, ct);
        await transaction.CommitAsync(ct);
        callers.ForgetAll();
        return Created.At($"/api/v1/projects/{project.Id}", ViewOf(project));
    }

    // As a developer: addresses open private networks to runs, so an admin gives out that part (D10).
    private static async Task JoinAsync(Project project, Caller caller, PlatformDb db, CancellationToken ct)
    {
        db.Memberships.Add(new Membership { ProjectId = project.Id, UserId = caller.UserId, Role = AccessRole.Developer.Word() });
        await db.SaveChangesAsync(ct);
    }

    private static async Task<Result<ProjectView>> ReadAsync(int id, PlatformDb db, CancellationToken ct) =>
        await db.Projects.AsNoTracking().SingleOrDefaultAsync(project => project.Id == id, ct) is { } project ? ViewOf(project) : Unknown;

    private static Task<Result<ProjectView>> ReplaceAsync(int id, ProjectInput input, HttpContext http, PlatformDb db, CancellationToken ct) =>
        UpdateAsync(id, http, db, _ => input, ct);

    private static async Task<Result<ProjectView>> ChangeAsync(int id, ProjectPatch patch, HttpContext http, PlatformDb db, CancellationToken ct) =>
        patch.Name is { IsGiven: true, Value: null }
            ? Problem.Invalid("name", "required", "name cannot be cleared.")
            : await UpdateAsync(id, http, db, project => new ProjectInput(patch.Name.Or(project.Name), patch.Description.Or(project.Description)), ct);

    private static async Task<Done> DeleteAsync(int id, HttpContext http, PlatformDb db, EnvironmentHolds holds, CancellationToken ct)
    {
        if (await db.Projects.SingleOrDefaultAsync(project => project.Id == id, ct) is not { } project) return Unknown;
        if (http.CheckIfMatch(ViewOf(project)) is { } stale) return stale;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await holds.ReleaseAsync(project.Id, null, ct);
        db.Projects.Remove(project);
        db.Publish(() => FactOf("project.deleted", project));
        if (await db.TrySaveAsync(NameTaken, InUse, ct) is { } problem) return problem;
        await transaction.CommitAsync(ct);
        return Done.Successfully;
    }

    private static async Task<Result<ProjectView>> UpdateAsync(int id, HttpContext http, PlatformDb db, Func<Project, ProjectInput> inputFor, CancellationToken ct)
    {
        if (await db.Projects.SingleOrDefaultAsync(project => project.Id == id, ct) is not { } project) return Unknown;
        if (http.CheckIfMatch(ViewOf(project)) is { } stale) return stale;
        var input = inputFor(project);
        if (Check(input.Name, input.Description) is { } problem) return problem;
        if (input.Name != project.Name && !await http.MayAsync(Policies.HouseAdmin)) return AdminNames;
        (project.Name, project.Description) = (input.Name, input.Description);
        db.Publish(() => FactOf("project.updated", project));
        if (await db.TrySaveAsync(NameTaken, null, ct) is { } taken) return taken;
        return ViewOf(project);
    }

    private static Problem? Check(string name, string? description) =>
        new Validation().CheckName(name).CheckText(description, "description", LongestDescription).Problem;

    private static Fact FactOf(string type, Project project) => new(type, project.Id, $"{project.Id}", new { project.Id, project.Name });

    private static ProjectView ViewOf(Project project) => new(project.Id, project.Name, project.Description, project.CreatedAt, project.UpdatedAt);
}
