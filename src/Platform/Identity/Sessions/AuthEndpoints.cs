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
using Microsoft.Extensions.DependencyInjection;

namespace Alicerce.Platform.Identity;

/// <summary>Signing in and out with a browser, and who one is (D8, T001-24).</summary>
internal static class AuthEndpoints
{
    public static readonly Problem WrongCredentials = Problem.Unauthorized(
        "auth.wrong_credentials", "E-mail or password is wrong, or the account is locked for a while after too many wrong passwords.");

    public static readonly Problem UnknownSession = Problem.NotFound("auth.unknown_session", "You have no such session.");
    public static readonly Problem NoSession = Problem.Conflict("auth.no_session", "Only a browser's session can be signed out; revoke a token at /api/v1/auth/tokens.");

    public sealed record LoginInput(string Email, string Password);

    /// <param name="CsrfToken">To be sent as <c>X-CSRF-Token</c> with every change.</param>
    public sealed record LoginView(MeView User, string CsrfToken, DateTimeOffset ExpiresAt);

    /// <param name="Role">In the house.</param>
    /// <param name="Scope">The most that this token or session may be used for.</param>
    /// <param name="Projects">Roles in projects; an admin of the house needs none.</param>
    /// <param name="CsrfToken">Of a browser's session; null for a token.</param>
    public sealed record MeView(
        int Id, string Name, string? Email, string Role, string Scope, IReadOnlyList<ProjectRole> Projects, string? CsrfToken, DateTimeOffset? SessionExpiresAt);

    public sealed record ProjectRole(int ProjectId, string Role);

    /// <param name="User">Who is signed in; null for nobody, which is no error here.</param>
    /// <param name="HasProvider">Whether <c>/api/v1/auth/oidc/start</c> leads to a provider of identities.</param>
    /// <param name="NeedsSetup">Nobody has a password yet: the first admin comes in with the token of the data folder.</param>
    public sealed record StartView(MeView? User, bool HasProvider, bool NeedsSetup);

    public sealed record SessionView(int Id, bool IsThis, string? UserAgent, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt);

    public static void Map(IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Sign-in").AcrossProjects();
        auth.MapPost("/login", LoginAsync).AllowAnonymous().WithMetadata(new SignInLimit()).AnswersWithSecret().WithSummary("Sign in with e-mail and password; sets the session's cookie").ProducesErrors(401, 429, 503);
        auth.MapGet("/start", StartAsync).AllowAnonymous().WithSummary("What a page needs to begin: who is signed in, if anybody, and which ways in there are");
        auth.MapPost("/logout", LogoutAsync).RequireAuthorization(Policies.SignedIn).WithSummary("End this session").ProducesErrors(409);
        auth.MapGet("/me", MeAsync).RequireAuthorization(Policies.SignedIn).WithSummary("Who is signed in, and what for");
        auth.MapGet("/sessions", ListAsync).RequireAuthorization(Policies.SignedIn).WithSummary("One's own open sessions, the newest first");
        auth.MapDelete("/sessions/{id:int}", EndAsync).RequireAuthorization(Policies.SignedIn).WithSummary("End one of one's own sessions").ProducesErrors(404);
    }

    private static async Task<Result<LoginView>> LoginAsync(
        LoginInput input, HttpContext http, PlatformDb db, PasswordHashing hashing, SignInAttempts attempts, SessionStore sessions, CancellationToken ct)
    {
        var email = UserRules.Normalised(input.Email);
        var user = await db.Users.SingleOrDefaultAsync(row => row.Email == email && row.IsActive, ct);
        var isLocked = user is not null && attempts.IsLocked(user);
        if (await hashing.VerifyAsync(isLocked ? null : user?.PasswordHash, input.Password[..Math.Min(input.Password.Length, PasswordRules.Longest + 1)], ct) is not { } verdict) return PasswordHashing.Busy;
        if (user is null || verdict == PasswordVerificationResult.Failed)
        {
            if (user is null || isLocked) await attempts.RefuseAsync(user?.Id, "password", ct);
            else await attempts.CountFailureAsync(user.Id, ct);
            return WrongCredentials;
        }

        user.FailedSignIns = 0;
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded) user.PasswordHash = await hashing.HashAsync(input.Password, ct) ?? user.PasswordHash;
        await db.SaveChangesAsync(ct);
        var (token, expiresAt) = await sessions.BeginAsync(user.Id, "password", http.Request.Headers.UserAgent, SessionCookie.Read(http.Request), ct);
        SessionCookie.Write(http, token, expiresAt);
        var csrfToken = SessionCookie.CsrfTokenOf(token);
        return new LoginView(ViewOf(user, TokenScopes.Admin, await RolesOfAsync(db, user.Id, ct), csrfToken, expiresAt), csrfToken, expiresAt);
    }

    private static async Task<Result<StartView>> StartAsync(HttpContext http, PlatformDb db, CancellationToken ct)
    {
        var me = http.Caller() is null ? null : await ReadMeAsync(http, db, ct);
        var needsSetup = me is null && !await db.Users.AnyAsync(user => user.PasswordHash != null, ct);
        return new StartView(me, http.RequestServices.GetService<OidcOptions>() is { ClientId: not null }, needsSetup);
    }

    private static async Task<Done> LogoutAsync(HttpContext http, SessionStore sessions, CancellationToken ct)
    {
        var caller = http.SignedInCaller();
        if (caller.Session is not { } session) return NoSession;
        await sessions.EndAsync(caller.UserId, session.Id, ct);
        SessionCookie.Delete(http);
        return Done.Successfully;
    }

    private static async Task<Result<MeView>> MeAsync(HttpContext http, PlatformDb db, CancellationToken ct) => await ReadMeAsync(http, db, ct);

    private static async Task<MeView> ReadMeAsync(HttpContext http, PlatformDb db, CancellationToken ct)
    {
        var caller = http.SignedInCaller();
        var user = await db.Users.AsNoTracking().SingleAsync(row => row.Id == caller.UserId, ct);
        return ViewOf(user, TokenScopes.WordOf(caller.Limit), await RolesOfAsync(db, user.Id, ct), caller.Session?.CsrfToken, caller.Session?.ExpiresAt);
    }

    private static async Task<Result<IReadOnlyList<SessionView>>> ListAsync(HttpContext http, PlatformDb db, SessionOptions options, TimeProvider clock, CancellationToken ct)
    {
        var caller = http.SignedInCaller();
        var (now, idleSince) = (clock.GetUtcNow(), clock.GetUtcNow() - options.Idle);
        var rows = await db.Sessions.AsNoTracking()
            .Where(session => session.UserId == caller.UserId && session.RevokedAt == null && session.ExpiresAt > now && session.LastSeenAt > idleSince)
            .OrderByDescending(session => session.Id).Take(PageRequest.LargestPerPage).ToListAsync(ct);
        return rows.ConvertAll(row => new SessionView(row.Id, row.Id == caller.Session?.Id, row.UserAgent, row.CreatedAt, row.LastSeenAt, row.ExpiresAt));
    }

    private static async Task<Done> EndAsync(int id, HttpContext http, SessionStore sessions, CancellationToken ct) =>
        await sessions.EndAsync(http.SignedInCaller().UserId, id, ct) ? Done.Successfully : UnknownSession;

    private static Task<List<ProjectRole>> RolesOfAsync(PlatformDb db, int userId, CancellationToken ct) =>
        db.Memberships.Where(member => member.UserId == userId).OrderBy(member => member.ProjectId)
            .Select(member => new ProjectRole(member.ProjectId, member.Role)).ToListAsync(ct);

    private static MeView ViewOf(User user, string scope, IReadOnlyList<ProjectRole> projects, string? csrfToken, DateTimeOffset? expiresAt) =>
        new(user.Id, user.Name, user.Email, user.Role, scope, projects, csrfToken, expiresAt);
}
