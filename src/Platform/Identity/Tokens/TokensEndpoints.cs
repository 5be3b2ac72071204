using System.ComponentModel.DataAnnotations;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.Rows;
using Alicerce.Platform.Projects;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Platform.Identity;

/// <summary>One's own access tokens, for the command line and for CI (D8).</summary>
internal static class TokensEndpoints
{
    private const int LongestLife = 3650;
    private const int MostTokens = 100;

    public static readonly Problem Unknown = Problem.NotFound("tokens.unknown", "You have no such token.");
    public static readonly Problem TooMany = Problem.Conflict("tokens.too_many", $"You have {MostTokens} tokens: revoke some that you no longer use.");
    public static readonly Problem BeyondOwn = Problem.Forbidden("tokens.beyond_own", "A token cannot make one that may do more than itself: choose a smaller scope, or sign in with a browser.");

    public static readonly Problem AdminTests = Problem.Forbidden("tokens.admin_tests", "Only an admin makes a token for testing Alicerce itself, because it has a far higher limit: choose read, write or admin.");

    /// <param name="Scope"><c>read</c>, <c>write</c> or <c>admin</c>: the most that it may be used for, never more than you may. <c>self_test</c>, of admins, is for testing Alicerce itself.</param>
    /// <param name="ExpiresInDays">90 when left out.</param>
    public sealed record TokenInput(
        [property: MinLength(1), MaxLength(Rules.LongestName)] string Name,
        [property: RegularExpression(TokenScopes.Pattern)] string Scope = TokenScopes.Write,
        [property: Range(1, LongestLife)] int ExpiresInDays = 90);

    public sealed record TokenView(int Id, string Name, string Scope, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, DateTimeOffset? ExpiresAt);

    /// <param name="Token">Shown this once.</param>
    public sealed record NewTokenView(int Id, string Name, string Scope, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, string Token);

    public static void Map(IEndpointRouteBuilder api)
    {
        var tokens = api.MapGroup("/auth/tokens").WithTags("Sign-in").AcrossProjects().RequireAuthorization(Policies.SignedIn);
        tokens.MapGet("/", ListAsync).WithSummary("One's own access tokens, the newest first");
        tokens.MapPost("/", CreateAsync).AnswersWithSecret().WithSummary("Make an access token; it is shown this once").ProducesErrors(403, 409);
        tokens.MapDelete("/{id:int}", RevokeAsync).WithSummary("Revoke an access token at once").ProducesErrors(404);
    }

    private static async Task<Paged<TokenView>> ListAsync([AsParameters] PageQuery paging, HttpContext http, PlatformDb db, CancellationToken ct)
    {
        if (PageRequest.Read(paging, out var page) is { } problem) return problem;
        return await Paged.OfAsync(OpenOf(http.SignedInCaller().UserId, db).OrderByDescending(token => token.Id), page, ViewOf, ct);
    }

    private static async Task<Created<NewTokenView>> CreateAsync(TokenInput input, HttpContext http, PlatformDb db, TimeProvider clock, CancellationToken ct)
    {
        if (Check(input) is { } problem) return problem;
        var caller = http.SignedInCaller();
        if (TokenScopes.LimitOf(input.Scope) > caller.Limit) return BeyondOwn;
        if (input.Scope == TokenScopes.SelfTest && caller.InTheHouse != AccessRole.Admin) return AdminTests;
        if (await OpenOf(caller.UserId, db).CountAsync(ct) >= MostTokens) return TooMany;
        var value = RandomToken.Create("alc_");
        var token = new AccessToken
        {
            UserId = caller.UserId,
            Name = input.Name.Trim(),
            Scope = input.Scope,
            TokenHash = RandomToken.HashOf(value),
            ExpiresAt = clock.GetUtcNow().AddDays(input.ExpiresInDays),
        };
        db.AccessTokens.Add(token);
        await db.SaveChangesAsync(ct);
        return Created.At($"/api/v1/auth/tokens/{token.Id}", new NewTokenView(token.Id, token.Name, token.Scope, token.CreatedAt, token.ExpiresAt, value));
    }

    private static async Task<Done> RevokeAsync(int id, HttpContext http, PlatformDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await OpenOf(http.SignedInCaller().UserId, db).AsTracking().SingleOrDefaultAsync(token => token.Id == id, ct) is not { } token) return Unknown;
        token.RevokedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return Done.Successfully;
    }

    private static IQueryable<AccessToken> OpenOf(int userId, PlatformDb db) => db.AccessTokens.AsNoTracking().Where(token => token.UserId == userId && token.RevokedAt == null);

    private static Problem? Check(TokenInput input) => new Validation()
        .CheckRequired(input.Name, "name", Rules.LongestName)
        .Check(TokenScopes.LimitOf(input.Scope) != AccessRole.None, "scope", "unknown", "scope is read, write, admin or self_test.")
        .Check(input.ExpiresInDays is >= 1 and <= LongestLife, "expires_in_days", "out_of_range", $"expires_in_days is a number from 1 to {LongestLife}.")
        .Problem;

    private static TokenView ViewOf(AccessToken token) => new(token.Id, token.Name, token.Scope, token.CreatedAt, token.LastUsedAt, token.ExpiresAt);
}
