using System.ComponentModel.DataAnnotations;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.Rows;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Platform.Identity;

/// <summary>Users: admins keep them, and everybody reads the own one (S001-API-01, T001-25).</summary>
internal static class UsersEndpoints
{
    public static readonly Problem Unknown = Problem.NotFound("users.unknown", "There is no such user.");
    public static readonly Problem EmailTaken = Problem.Conflict("users.email_taken", "Another user has this e-mail address.");
    public static readonly Problem LastAdmin = Problem.Conflict("users.last_admin", "This is the last active admin: make another user an admin first.");

    /// <param name="Role"><c>viewer</c>, <c>developer</c> or <c>admin</c>; developer when left out.</param>
    public sealed record UserInput(
        [property: RegularExpression(UserRules.EmailPattern), MaxLength(UserRules.LongestEmail)] string Email,
        [property: RegularExpression(UserRules.NamePattern)] string Name,
        [property: RegularExpression(UserRules.PhonePattern)] string? Phone = null,
        [property: RegularExpression(AccessRoles.Pattern)] string Role = "developer");

    /// <summary>Fields to change; what is left out stays, null clears.</summary>
    public sealed record UserPatch
    {
        [RegularExpression(UserRules.EmailPattern), MaxLength(UserRules.LongestEmail)]
        public Optional<string> Email { get; init; }

        [RegularExpression(UserRules.NamePattern)]
        public Optional<string> Name { get; init; }

        [RegularExpression(UserRules.PhonePattern)]
        public Optional<string?> Phone { get; init; }

        [RegularExpression(AccessRoles.Pattern)]
        public Optional<string> Role { get; init; }
    }

    public sealed record UserView(int Id, string? Email, string Name, string? Phone, string Role, bool IsActive, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

    /// <param name="Search">Part of a name or an address, in any case.</param>
    public sealed record ListQuery([property: FromQuery(Name = "is_active")] bool? IsActive, [property: FromQuery(Name = "search"), MaxLength(100)] string? Search);

    public static void Map(IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").WithTags("Users").AcrossProjects();
        users.MapGet("/", ListAsync).RequireAuthorization(Policies.Admin).WithSummary("List users, the newest first");
        users.MapGet("/search", SearchAsync).RequireAuthorization(Policies.Admin).WithSummary("Find users by a part of their name or address");
        users.MapPost("/", CreateAsync).RequireAuthorization(Policies.Admin).WithSummary("Create a user, who then chooses a password with a link").ProducesErrors(409);
        users.MapGet("/{id:int}", ReadAsync).RequireAuthorization(Policies.SignedIn).WithSummary("Read a user; others than oneself, as an admin").ProducesErrors(404);
        users.MapPut("/{id:int}", ReplaceAsync).RequireAuthorization(Policies.Admin).WithSummary("Replace a user").ProducesErrors(404, 409, 412);
        users.MapPatch("/{id:int}", ChangeAsync).RequireAuthorization(Policies.Admin).WithSummary("Change fields of a user").ProducesErrors(404, 409, 412);
        users.MapDelete("/{id:int}", DeleteAsync).RequireAuthorization(Policies.Admin).WithSummary("Delete a user, with its tokens and sessions").ProducesErrors(404, 409, 412);
        users.MapPost("/{id:int}/activate", (int id, PlatformDb db, CancellationToken ct) => SetActiveAsync(id, true, db, ct))
            .RequireAuthorization(Policies.Admin).WithSummary("Let a user come in again").ProducesErrors(404);
        users.MapPost("/{id:int}/deactivate", (int id, PlatformDb db, CancellationToken ct) => SetActiveAsync(id, false, db, ct))
            .RequireAuthorization(Policies.Admin).WithSummary("Let a user no longer come in").ProducesErrors(404, 409);
    }

    private static async Task<Paged<UserView>> SearchAsync([FromQuery(Name = "q"), MinLength(1), MaxLength(100)] string q, [AsParameters] PageQuery paging, PlatformDb db, CancellationToken ct) =>
        new Validation().CheckRequired(q, "q", 100).Problem is { } problem ? problem : await ListAsync(new ListQuery(null, q), paging, db, ct);

    private static async Task<Paged<UserView>> ListAsync([AsParameters] ListQuery query, [AsParameters] PageQuery paging, PlatformDb db, CancellationToken ct)
    {
        if (PageRequest.Read(paging, out var page) is { } problem) return problem;
        if (new Validation().CheckText(query.Search, "search", 100).Problem is { } tooLong) return tooLong;
        var pattern = Like.Containing(query.Search?.Trim());
        var rows = db.Users.AsNoTracking()
            .Where(user => (query.IsActive == null || user.IsActive == query.IsActive)
                && (pattern == null || EF.Functions.ILike(user.Name, pattern, Like.Escape) || EF.Functions.ILike(user.Email!, pattern, Like.Escape)))
            .OrderByDescending(user => user.CreatedAt).ThenByDescending(user => user.Id);
        return await Paged.OfAsync(rows, page, ViewOf, ct);
    }

    private static async Task<Created<UserView>> CreateAsync(UserInput input, PlatformDb db, CancellationToken ct)
    {
        if (Check(input) is { } problem) return problem;
        var user = new User { Name = "", Role = "" };
        Fill(user, input);
        db.Users.Add(user);
        // Nobody pays for anything here (D27), so there is one plan.
        db.Publish(() => new Fact("user.created", null, $"{user.Id}", new { UserId = user.Id, user.Email, Plan = "self-hosted" }));
        if (await db.TrySaveAsync(EmailTaken, null, ct) is { } taken) return taken;
        return Created.At($"/api/v1/users/{user.Id}", ViewOf(user));
    }

    private static async Task<Result<UserView>> ReadAsync(int id, HttpContext http, PlatformDb db, CancellationToken ct)
    {
        if (id != http.SignedInCaller().UserId && !await http.MayAsync(Policies.Admin)) return Unknown;
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, ct) is { } user ? ViewOf(user) : Unknown;
    }

    private static Task<Result<UserView>> ReplaceAsync(int id, UserInput input, HttpContext http, PlatformDb db, CancellationToken ct) => UpdateAsync(id, http, db, _ => input, ct);

    private static async Task<Result<UserView>> ChangeAsync(int id, UserPatch patch, HttpContext http, PlatformDb db, CancellationToken ct)
    {
        if (patch is { Email: { IsGiven: true, Value: null } } or { Name: { IsGiven: true, Value: null } } or { Role: { IsGiven: true, Value: null } })
            return Problem.Invalid("email", "required", "email, name and role cannot be cleared.");
        return await UpdateAsync(id, http, db, user => new UserInput(patch.Email.Or(user.Email ?? ""), patch.Name.Or(user.Name), patch.Phone.Or(user.Phone), patch.Role.Or(user.Role)), ct);
    }

    private static async Task<Result<UserView>> UpdateAsync(int id, HttpContext http, PlatformDb db, Func<User, UserInput> inputFor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Users.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } user) return Unknown;
        if (http.CheckIfMatch(ViewOf(user)) is { } stale) return stale;
        var input = inputFor(user);
        if (Check(input) is { } problem) return problem;
        if (input.Role != User.AdminRole && await IsLastAdminAsync(user, db, ct)) return LastAdmin;
        Fill(user, input);
        db.Publish(() => FactOf("user.updated", user));
        if (await db.TrySaveAsync(EmailTaken, null, ct) is { } taken) return taken;
        await transaction.CommitAsync(ct);
        return ViewOf(user);
    }

    private static async Task<Done> DeleteAsync(int id, HttpContext http, PlatformDb db, TimeProvider clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Users.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } user) return Unknown;
        if (http.CheckIfMatch(ViewOf(user)) is { } stale) return stale;
        if (await IsLastAdminAsync(user, db, ct)) return LastAdmin;
        user.DeletedAt = clock.GetUtcNow();
        db.Publish(() => FactOf("user.deleted", user));
        await db.SaveChangesAsync(ct);
        await db.AccessTokens.Where(token => token.UserId == id).ExecuteDeleteAsync(ct);
        await db.Sessions.Where(session => session.UserId == id).ExecuteDeleteAsync(ct);
        await db.Memberships.Where(member => member.UserId == id).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return Done.Successfully;
    }

    private static async Task<Result<UserView>> SetActiveAsync(int id, bool isActive, PlatformDb db, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Users.SingleOrDefaultAsync(row => row.Id == id, ct) is not { } user) return Unknown;
        if (!isActive && await IsLastAdminAsync(user, db, ct)) return LastAdmin;
        user.IsActive = isActive;
        db.Publish(() => FactOf("user.updated", user));
        await db.SaveChangesAsync(ct);
        if (!isActive) await db.Sessions.Where(session => session.UserId == id).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return ViewOf(user);
    }

    /// <summary>Locks the other admins, so that two requests at once cannot each leave the last one to the other.</summary>
    private static async Task<bool> IsLastAdminAsync(User user, PlatformDb db, CancellationToken ct)
    {
        if (user is not { Role: User.AdminRole, IsActive: true }) return false;
        var admins = await db.Users.FromSqlRaw("SELECT * FROM platform.users WHERE role = 'admin' AND is_active AND deleted_at IS NULL ORDER BY id FOR UPDATE").AsNoTracking().ToListAsync(ct);
        return admins.TrueForAll(admin => admin.Id == user.Id);
    }

    private static Problem? Check(UserInput input) => new Validation().CheckUser(input.Name, input.Email, input.Phone).CheckRole(input.Role).Problem;

    private static void Fill(User user, UserInput input) =>
        (user.Email, user.Name, user.Phone, user.Role) = (UserRules.Normalised(input.Email), input.Name.Trim(), input.Phone, input.Role);

    private static Fact FactOf(string type, User user) => new(type, null, $"{user.Id}", new { UserId = user.Id });

    private static UserView ViewOf(User user) => new(user.Id, user.Email, user.Name, user.Phone, user.Role, user.IsActive, user.CreatedAt, user.UpdatedAt);
}
