using System.ComponentModel.DataAnnotations;
using Alicerce.Platform.Audit;
using Alicerce.Platform.Data;
using Alicerce.Platform.Data.Rows;
using Alicerce.Platform.Limits;
using Alicerce.Platform.Web;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Alicerce.Platform.Identity;

/// <summary>Choosing a password: with the present one, or with a link that an admin made. Each choice ends all other sessions.</summary>
internal static class PasswordEndpoints
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(30);

    public static readonly Problem WrongPassword = Problem.Invalid("current_password", "auth.wrong_password", "current_password is not the password of this account.");
    public static readonly Problem BadLink = Problem.Invalid("token", "auth.bad_link", "The link was used or is older than 30 minutes, or was not copied completely: ask an admin for a new one.");
    public static readonly Problem NoEmail = Problem.Conflict("users.no_email", "This user has no e-mail address to sign in with: set one first (PATCH /api/v1/users/{id}).");

    public sealed record ChangeInput(string CurrentPassword, [property: MinLength(PasswordRules.Shortest), MaxLength(PasswordRules.Longest)] string NewPassword);

    public sealed record ChooseInput(string Token, [property: MinLength(PasswordRules.Shortest), MaxLength(PasswordRules.Longest)] string NewPassword);

    /// <param name="Token">Shown this once; belongs behind <c>#token=</c> of the console's address, where no server and no log sees it.</param>
    public sealed record LinkView(string Token, DateTimeOffset ExpiresAt);

    public static void Map(IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth/password").WithTags("Sign-in").AcrossProjects();
        auth.MapPost("/", ChangeAsync).RequireAuthorization(Policies.SignedIn).WithSummary("Change one's own password; ends all other sessions").ProducesErrors(429, 503);
        auth.MapPost("/choose", ChooseAsync).AllowAnonymous().WithMetadata(new SignInLimit()).WithSummary("Choose a password with a link that an admin made; ends all sessions").ProducesErrors(503);
        api.MapPost("/users/{id:int}/password-link", CreateLinkAsync).WithTags("Users").AcrossProjects().RequireAuthorization(Policies.Admin).AnswersWithSecret()
            .WithSummary("Make a link with which a user chooses a password; once, within 30 minutes").ProducesErrors(404, 409);
    }

    private static async Task<Done> ChangeAsync(ChangeInput input, HttpContext http, PlatformDb db, PasswordHashing hashing, SignInAttempts attempts, CancellationToken ct)
    {
        var caller = http.SignedInCaller();
        var user = await db.Users.SingleAsync(row => row.Id == caller.UserId, ct);
        if (Check(input.NewPassword, user) is { } mistake) return mistake;
        if (attempts.IsLocked(user)) return AuthEndpoints.WrongCredentials;
        if (await hashing.VerifyAsync(user.PasswordHash, input.CurrentPassword, ct) is not { } verdict) return PasswordHashing.Busy;
        if (verdict == PasswordVerificationResult.Failed)
        {
            await attempts.CountFailureAsync(user.Id, ct);
            return WrongPassword;
        }

        return await SetAsync(db, user, input.NewPassword, hashing, exceptSession: caller.Session?.Id, ct);
    }

    private static async Task<Done> ChooseAsync(ChooseInput input, HttpContext http, PlatformDb db, PasswordHashing hashing, TimeProvider clock, CancellationToken ct)
    {
        var hash = RandomToken.HashOf(input.Token);
        var now = clock.GetUtcNow();
        var link = await db.PasswordLinks.SingleOrDefaultAsync(row => row.TokenHash == hash && row.UsedAt == null && row.ExpiresAt > now, ct);
        if (link is null || await db.Users.SingleOrDefaultAsync(row => row.Id == link.UserId && row.IsActive, ct) is not { } user) return BadLink;
        if (Check(input.NewPassword, user) is { } mistake) return mistake;
        http.Features.Set(AuditActor.User(user.Id, $"password_link:{link.Id}"));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.PasswordLinks.Where(row => row.Id == link.Id && row.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), ct) == 0) return BadLink;
        var done = await SetAsync(db, user, input.NewPassword, hashing, exceptSession: null, ct);
        if (done.Problem is null) await transaction.CommitAsync(ct);
        return done;
    }

    private static async Task<Result<LinkView>> CreateLinkAsync(int id, PlatformDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, ct) is not { } user) return UsersEndpoints.Unknown;
        if (user.Email is null) return NoEmail;
        var token = RandomToken.Create("alcp_");
        var link = new PasswordLink { UserId = id, TokenHash = RandomToken.HashOf(token), ExpiresAt = clock.GetUtcNow() + LinkLife };
        db.PasswordLinks.Add(link);
        await db.SaveChangesAsync(ct);
        return new LinkView(token, link.ExpiresAt);
    }

    private static async Task<Done> SetAsync(PlatformDb db, User user, string password, PasswordHashing hashing, int? exceptSession, CancellationToken ct)
    {
        if (await hashing.HashAsync(password, ct) is not { } hash) return PasswordHashing.Busy;
        (user.PasswordHash, user.FailedSignIns, user.LockedUntil) = (hash, 0, null);
        await db.SaveChangesAsync(ct);
        await db.Sessions.Where(session => session.UserId == user.Id && session.Id != exceptSession && session.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.RevokedAt, user.UpdatedAt), ct);
        return Done.Successfully;
    }

    private static Problem? Check(string password, User user) => new Validation().CheckPassword(password, "new_password", user.Name, user.Email).Problem;
}
