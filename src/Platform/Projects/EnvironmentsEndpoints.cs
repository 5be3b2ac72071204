using System.ComponentModel.DataAnnotations;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.Rows;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Alicerce.Platform.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Projects;

/// <summary>Environments: where a project runs, and what may be done there (S004-API-21, D20). Only admins change them, because they decide where secrets go.</summary>
internal static class EnvironmentsEndpoints
{
    public static readonly Problem Unknown = Problem.NotFound("environments.unknown", "There is no such environment.");
    public static readonly Problem NameTaken = Problem.Conflict("environments.name_taken", "This project already has an environment with this name.");
    public static readonly Problem InUse = Problem.Conflict("environments.in_use", "The environment still holds resources, such as ports or secrets: release them first.");

    /// <param name="Name">Kebab-case, unique in the project; a run that names no environment uses <c>local</c>.</param>
    /// <param name="BaseUrl">Absolute http or https address.</param>
    /// <param name="IsProtected">Cases that change state are skipped here unless a suite allows them by name.</param>
    /// <param name="IsSelfTest">Lets runs reach this server itself.</param>
    /// <param name="ApprovedHosts">Hosts, <c>name</c> or <c>name:port</c>, that secrets may be sent to.</param>
    public sealed record EnvironmentInput(
        [property: RegularExpression(Rules.KebabCase), MinLength(1), MaxLength(Rules.LongestName)] string Name,
        [property: Url, RegularExpression(Rules.WebAddress), MaxLength(Rules.LongestAddress)] string? BaseUrl = null,
        [property: RegularExpression(Rules.HostName), MinLength(1), MaxLength(Rules.LongestHost)] string? DockerHost = null,
        [property: Range(1, 65_535)] int? Port = null,
        bool IsProtected = false, bool IsSelfTest = false,
        [property: EachEntry(Rules.LongestVariable), MaxLength(Rules.MostVariables)] Dictionary<string, string>? Variables = null,
        [property: EachEntry(Rules.LongestHost, Pattern = Rules.HostWithPort), MaxLength(Rules.MostHosts)] string[]? ApprovedHosts = null);

    /// <summary>Fields to change; what is left out stays, null clears.</summary>
    public sealed record EnvironmentPatch
    {
        [RegularExpression(Rules.KebabCase), MinLength(1), MaxLength(Rules.LongestName)]
        public Optional<string> Name { get; init; }

        [Url, RegularExpression(Rules.WebAddress), MaxLength(Rules.LongestAddress)]
        public Optional<string?> BaseUrl { get; init; }

        [RegularExpression(Rules.HostName), MinLength(1), MaxLength(Rules.LongestHost)]
        public Optional<string?> DockerHost { get; init; }

        [Range(1, 65_535)]
        public Optional<int?> Port { get; init; }

        public Optional<bool> IsProtected { get; init; }

        public Optional<bool> IsSelfTest { get; init; }

        [EachEntry(Rules.LongestVariable)]
        public Optional<Dictionary<string, string>?> Variables { get; init; }

        [EachEntry(Rules.LongestHost, Pattern = Rules.HostWithPort)]
        public Optional<string[]?> ApprovedHosts { get; init; }
    }

    public sealed record EnvironmentView(
        int Id, int ProjectId, string Name, string? BaseUrl, string? DockerHost, int? Port, bool IsProtected, bool IsSelfTest,
        IReadOnlyDictionary<string, string> Variables, IReadOnlyList<string> ApprovedHosts, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

    public static void Map(IEndpointRouteBuilder api)
    {
        var ofProject = api.MapGroup("/projects/{project_id:int}/environments").WithTags("Environments").InProject("project_id");
        ofProject.MapGet("/", ListAsync).WithSummary("List the environments of a project, by name");
        ofProject.MapPost("/", CreateAsync).WithSummary("Create an environment").ProducesErrors(403, 409).RequireAuthorization(Policies.Admin);

        var environments = api.MapGroup("/environments/{id:int}").WithTags("Environments").InProject("id", ProjectOfAsync, _ => Unknown);
        environments.MapGet("/", ReadAsync).WithSummary("Read an environment");
        environments.MapPut("/", ReplaceAsync).WithSummary("Replace an environment").ProducesErrors(403, 409, 412).RequireAuthorization(Policies.Admin);
        environments.MapPatch("/", ChangeAsync).WithSummary("Change fields of an environment").ProducesErrors(403, 409, 412).RequireAuthorization(Policies.Admin);
        environments.MapDelete("/", DeleteAsync).WithSummary("Delete an environment with its datasources").ProducesErrors(403, 409, 412).RequireAuthorization(Policies.Admin);
    }

    /// <summary>The project of an environment.</summary>
    internal static async ValueTask<int?> ProjectOfAsync(IServiceProvider services, long id, CancellationToken ct) =>
        await services.GetRequiredService<PlatformDb>().Environments.Where(environment => environment.Id == id).Select(environment => (int?)environment.ProjectId).SingleOrDefaultAsync(ct);

    private static async Task<Paged<EnvironmentView>> ListAsync([FromRoute(Name = "project_id")] int projectId, [AsParameters] PageQuery query, PlatformDb db, CancellationToken ct)
    {
        if (PageRequest.Read(query, out var request) is { } problem) return problem;
        if (!await db.Projects.AnyAsync(project => project.Id == projectId, ct)) return ProjectsEndpoints.Unknown;
        var rows = db.Environments.AsNoTracking().Where(environment => environment.ProjectId == projectId).OrderBy(environment => environment.Name);
        return await Paged.OfAsync(rows, request, ViewOf, ct);
    }

    private static async Task<Created<EnvironmentView>> CreateAsync([FromRoute(Name = "project_id")] int projectId, EnvironmentInput input, PlatformDb db, CancellationToken ct)
    {
        if (Check(input) is { } problem) return problem;
        if (!await db.Projects.AnyAsync(project => project.Id == projectId, ct)) return ProjectsEndpoints.Unknown;
        var environment = new ProjectEnvironment { ProjectId = projectId, Name = input.Name };
        Apply(input, environment);
        db.Environments.Add(environment);
        db.Publish(() => FactOf("environment.created", environment));
        if (await db.TrySaveAsync(NameTaken, ProjectsEndpoints.Unknown, ct) is { } failed) return failed;
        return Created.At($"/api/v1/environments/{environment.Id}", ViewOf(environment));
    }

    private static async Task<Result<EnvironmentView>> ReadAsync(int id, PlatformDb db, CancellationToken ct) =>
        await db.Environments.AsNoTracking().SingleOrDefaultAsync(environment => environment.Id == id, ct) is { } environment ? ViewOf(environment) : Unknown;

    private static Task<Result<EnvironmentView>> ReplaceAsync(int id, EnvironmentInput input, HttpContext http, PlatformDb db, CancellationToken ct) =>
        UpdateAsync(id, http, db, _ => input, ct);

    private static async Task<Result<EnvironmentView>> ChangeAsync(int id, EnvironmentPatch patch, HttpContext http, PlatformDb db, CancellationToken ct) =>
        patch.Name is { IsGiven: true, Value: null }
            ? Problem.Invalid("name", "required", "name cannot be cleared.")
            : await UpdateAsync(id, http, db, now => Merge(now, patch), ct);

    private static async Task<Done> DeleteAsync(int id, HttpContext http, PlatformDb db, EnvironmentHolds holds, CancellationToken ct)
    {
        if (await db.Environments.SingleOrDefaultAsync(environment => environment.Id == id, ct) is not { } environment) return Unknown;
        if (http.CheckIfMatch(ViewOf(environment)) is { } stale) return stale;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await holds.ReleaseAsync(environment.ProjectId, environment.Id, ct);
        db.Environments.Remove(environment);
        db.Publish(() => FactOf("environment.deleted", environment));
        if (await db.TrySaveAsync(NameTaken, InUse, ct) is { } problem) return problem;
        await transaction.CommitAsync(ct);
        return Done.Successfully;
    }

    private static async Task<Result<EnvironmentView>> UpdateAsync(int id, HttpContext http, PlatformDb db, Func<ProjectEnvironment, EnvironmentInput> inputFor, CancellationToken ct)
    {
        if (await db.Environments.SingleOrDefaultAsync(environment => environment.Id == id, ct) is not { } environment) return Unknown;
        if (http.CheckIfMatch(ViewOf(environment)) is { } stale) return stale;
        var input = inputFor(environment);
        if (Check(input) is { } problem) return problem;
        Apply(input, environment);
        db.Publish(() => FactOf("environment.updated", environment));
        if (await db.TrySaveAsync(NameTaken, null, ct) is { } taken) return taken;
        return ViewOf(environment);
    }

    private static Problem? Check(EnvironmentInput input) =>
        new Validation()
            .CheckName(input.Name)
            .CheckBaseUrl(input.BaseUrl)
            .CheckHost(input.DockerHost, "docker_host")
            .CheckPort(input.Port)
            .CheckVariables(input.Variables ?? [])
            .CheckApprovedHosts(input.ApprovedHosts ?? [])
            .Problem;

    private static EnvironmentInput Merge(ProjectEnvironment now, EnvironmentPatch patch) => new(
        patch.Name.Or(now.Name), patch.BaseUrl.Or(now.BaseUrl), patch.DockerHost.Or(now.DockerHost), patch.Port.Or(now.Port),
        patch.IsProtected.Or(now.IsProtected), patch.IsSelfTest.Or(now.IsSelfTest), patch.Variables.Or(now.Variables), patch.ApprovedHosts.Or(now.ApprovedHosts));

    private static void Apply(EnvironmentInput input, ProjectEnvironment environment)
    {
        environment.Name = input.Name;
        environment.BaseUrl = input.BaseUrl;
        environment.DockerHost = input.DockerHost;
        environment.Port = input.Port;
        environment.IsProtected = input.IsProtected;
        environment.IsSelfTest = input.IsSelfTest;
        environment.Variables = input.Variables ?? [];
        environment.ApprovedHosts = input.ApprovedHosts ?? [];
    }

    internal static Fact FactOf(string type, ProjectEnvironment environment) =>
        new(type, environment.ProjectId, $"{environment.Id}", new { environment.Id, environment.ProjectId, environment.Name });

    private static EnvironmentView ViewOf(ProjectEnvironment e) => new(
        e.Id, e.ProjectId, e.Name, e.BaseUrl, e.DockerHost, e.Port, e.IsProtected, e.IsSelfTest, e.Variables, e.ApprovedHosts, e.CreatedAt, e.UpdatedAt);
}
