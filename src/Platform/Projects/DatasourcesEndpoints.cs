using System.ComponentModel.DataAnnotations;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.Rows;
using Alicerce.Platform.Identity;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Projects;

/// <summary>Databases that query cases may read, defined by admins only and never taken from scanned files.</summary>
internal static class DatasourcesEndpoints
{
    private const int LongestName = 100;
    private const int LongestDriver = 50;
    private const int LongestText = 255;

    public static readonly Problem Unknown = Problem.NotFound("datasources.unknown", "There is no such datasource.");
    public static readonly Problem NameTaken = Problem.Conflict("datasources.name_taken", "This environment already has a datasource with this name.");

    /// <param name="Name">As in a component's <c>datasource</c> attribute.</param>
    /// <param name="Driver">Such as <c>postgresql</c>; cases of a driver that is not built are skipped and say so.</param>
    /// <param name="SecretName">Key of the secret that holds the password; a password itself is never taken.</param>
    public sealed record DatasourceInput(
        [property: RegularExpression(Rules.Something), MaxLength(LongestName)] string Name,
        [property: RegularExpression(Rules.Something), MaxLength(LongestDriver)] string Driver,
        [property: RegularExpression(Rules.HostName), MinLength(1), MaxLength(Rules.LongestHost)] string Host,
        [property: Range(1, 65_535)] int Port,
        [property: RegularExpression(Rules.Something), MaxLength(LongestText)] string Database,
        [property: RegularExpression(Rules.Something), MaxLength(LongestText)] string Username,
        [property: MaxLength(LongestText)] string? SecretName = null);

    /// <summary>Fields to change; what is left out stays, null clears.</summary>
    public sealed record DatasourcePatch
    {
        [RegularExpression(Rules.Something), MaxLength(LongestName)]
        public Optional<string> Name { get; init; }

        [RegularExpression(Rules.Something), MaxLength(LongestDriver)]
        public Optional<string> Driver { get; init; }

        [RegularExpression(Rules.HostName), MinLength(1), MaxLength(Rules.LongestHost)]
        public Optional<string> Host { get; init; }

        [Range(1, 65_535)]
        public Optional<int> Port { get; init; }

        [RegularExpression(Rules.Something), MaxLength(LongestText)]
        public Optional<string> Database { get; init; }

        [RegularExpression(Rules.Something), MaxLength(LongestText)]
        public Optional<string> Username { get; init; }

        [MaxLength(LongestText)]
        public Optional<string?> SecretName { get; init; }
    }

    public sealed record DatasourceView(
        int Id, int EnvironmentId, string Name, string Driver, string Host, int Port, string Database, string Username, string? SecretName,
        DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

    public static void Map(IEndpointRouteBuilder api)
    {
        var ofEnvironment = api.MapGroup("/environments/{environment_id:int}/datasources").WithTags("Datasources")
            .InProject("environment_id", EnvironmentsEndpoints.ProjectOfAsync, _ => EnvironmentsEndpoints.Unknown);
        ofEnvironment.MapGet("/", ListAsync).WithSummary("List the datasources of an environment, by name");
        ofEnvironment.MapPost("/", CreateAsync).WithSummary("Create a datasource").ProducesErrors(403, 409).RequireAuthorization(Policies.Admin);

        var datasources = api.MapGroup("/datasources/{id:int}").WithTags("Datasources").InProject("id", ProjectOfAsync, _ => Unknown);
        datasources.MapGet("/", ReadAsync).WithSummary("Read a datasource");
        datasources.MapPut("/", ReplaceAsync).WithSummary("Replace a datasource").ProducesErrors(403, 409, 412).RequireAuthorization(Policies.Admin);
        datasources.MapPatch("/", ChangeAsync).WithSummary("Change fields of a datasource").ProducesErrors(403, 409, 412).RequireAuthorization(Policies.Admin);
        datasources.MapDelete("/", DeleteAsync).WithSummary("Delete a datasource").ProducesErrors(403, 409, 412).RequireAuthorization(Policies.Admin);
    }

    private static async ValueTask<int?> ProjectOfAsync(IServiceProvider services, long id, CancellationToken ct)
    {
        var db = services.GetRequiredService<PlatformDb>();
        return await db.Datasources.Where(datasource => datasource.Id == id)
            .Join(db.Environments, datasource => datasource.EnvironmentId, environment => environment.Id, (_, environment) => (int?)environment.ProjectId).SingleOrDefaultAsync(ct);
    }

    private static async Task<Paged<DatasourceView>> ListAsync([FromRoute(Name = "environment_id")] int environmentId, [AsParameters] PageQuery query, PlatformDb db, CancellationToken ct)
    {
        if (PageRequest.Read(query, out var request) is { } problem) return problem;
        if (!await db.Environments.AnyAsync(environment => environment.Id == environmentId, ct)) return EnvironmentsEndpoints.Unknown;
        var rows = db.Datasources.AsNoTracking().Where(datasource => datasource.EnvironmentId == environmentId).OrderBy(datasource => datasource.Name);
        return await Paged.OfAsync(rows, request, ViewOf, ct);
    }

    private static async Task<Created<DatasourceView>> CreateAsync([FromRoute(Name = "environment_id")] int environmentId, DatasourceInput input, PlatformDb db, CancellationToken ct)
    {
        if (Check(input) is { } problem) return problem;
        if (await db.Environments.SingleOrDefaultAsync(environment => environment.Id == environmentId, ct) is not { } environment) return EnvironmentsEndpoints.Unknown;
        var datasource = new Datasource
        {
            EnvironmentId = environmentId,
            Environment = environment,
            Name = input.Name,
            Driver = input.Driver,
            Host = input.Host,
            Port = input.Port,
            Database = input.Database,
            Username = input.Username,
            SecretName = input.SecretName,
        };
        db.Datasources.Add(datasource);
        if (await db.TrySaveAsync(NameTaken, EnvironmentsEndpoints.Unknown, ct) is { } failed) return failed;
        return Created.At($"/api/v1/datasources/{datasource.Id}", ViewOf(datasource));
    }

    private static async Task<Result<DatasourceView>> ReadAsync(int id, PlatformDb db, CancellationToken ct) =>
        await db.Datasources.AsNoTracking().SingleOrDefaultAsync(datasource => datasource.Id == id, ct) is { } datasource ? ViewOf(datasource) : Unknown;

    private static Task<Result<DatasourceView>> ReplaceAsync(int id, DatasourceInput input, HttpContext http, PlatformDb db, CancellationToken ct) =>
        UpdateAsync(id, http, db, _ => input, ct);

    private static async Task<Result<DatasourceView>> ChangeAsync(int id, DatasourcePatch patch, HttpContext http, PlatformDb db, CancellationToken ct)
    {
        var validation = new Validation();
        foreach (var (field, value) in new[] { ("name", patch.Name), ("driver", patch.Driver), ("host", patch.Host), ("database", patch.Database), ("username", patch.Username) })
            validation.Check(value is not { IsGiven: true, Value: null }, field, "required", $"{field} cannot be cleared.");
        return validation.Problem is { } problem ? problem : await UpdateAsync(id, http, db, now => Merge(now, patch), ct);
    }

    private static async Task<Done> DeleteAsync(int id, HttpContext http, PlatformDb db, CancellationToken ct)
    {
        if (await FindAsync(id, db, ct) is not { } datasource) return Unknown;
        if (http.CheckIfMatch(ViewOf(datasource)) is { } stale) return stale;
        db.Datasources.Remove(datasource);
        await db.SaveChangesAsync(ct);
        return Done.Successfully;
    }

    private static Task<Datasource?> FindAsync(int id, PlatformDb db, CancellationToken ct) =>
        db.Datasources.Include(datasource => datasource.Environment).SingleOrDefaultAsync(datasource => datasource.Id == id, ct);

    private static async Task<Result<DatasourceView>> UpdateAsync(int id, HttpContext http, PlatformDb db, Func<Datasource, DatasourceInput> inputFor, CancellationToken ct)
    {
        if (await FindAsync(id, db, ct) is not { } datasource) return Unknown;
        if (http.CheckIfMatch(ViewOf(datasource)) is { } stale) return stale;
        var input = inputFor(datasource);
        if (Check(input) is { } problem) return problem;
        (datasource.Name, datasource.Driver, datasource.Host, datasource.Port) = (input.Name, input.Driver, input.Host, input.Port);
        (datasource.Database, datasource.Username, datasource.SecretName) = (input.Database, input.Username, input.SecretName);
        if (await db.TrySaveAsync(NameTaken, null, ct) is { } taken) return taken;
        return ViewOf(datasource);
    }

    private static Problem? Check(DatasourceInput input) =>
        new Validation()
            .CheckRequired(input.Name, "name", LongestName)
            .CheckRequired(input.Driver, "driver", LongestDriver)
            .CheckHost(input.Host, "host")
            .CheckPort(input.Port)
            .CheckRequired(input.Database, "database", LongestText)
            .CheckRequired(input.Username, "username", LongestText)
            .CheckText(input.SecretName, "secret_name", LongestText)
            .Problem;

    private static DatasourceInput Merge(Datasource now, DatasourcePatch patch) => new(
        patch.Name.Or(now.Name), patch.Driver.Or(now.Driver), patch.Host.Or(now.Host), patch.Port.Or(now.Port),
        patch.Database.Or(now.Database), patch.Username.Or(now.Username), patch.SecretName.Or(now.SecretName));

    private static DatasourceView ViewOf(Datasource d) => new(
        d.Id, d.EnvironmentId, d.Name, d.Driver, d.Host, d.Port, d.Database, d.Username, d.SecretName, d.CreatedAt, d.UpdatedAt);
}
