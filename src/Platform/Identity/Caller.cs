using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Identity;

/// <summary>Who is calling, and what this way of coming in lets them do.</summary>
/// <param name="Role">The user's role in the house.</param>
/// <param name="Limit">The most that this token or session may be used for.</param>
/// <param name="Memberships">Roles by project.</param>
public sealed record Caller(int UserId, string Name, AccessRole Role, AccessRole Limit, FrozenDictionary<int, AccessRole> Memberships)
{
    /// <summary>Set for a browser's session: when it ends and what its requests have to carry.</summary>
    public BrowserSession? Session { get; init; }

    /// <summary>Of the access token that it came with.</summary>
    public int? TokenId { get; init; }

    /// <summary>Comes with a token made for testing Alicerce itself, which has a limit of its own (D23).</summary>
    public bool IsSelfTest { get; init; }

    /// <summary>May be shown every project.</summary>
    public bool SeesAllProjects => Role == AccessRole.Admin;

    /// <summary>The role outside of any project.</summary>
    public AccessRole InTheHouse => AccessRoles.Lower(Role, Limit);

    /// <summary>The role in a project; <see cref="AccessRole.None"/> for somebody who is not a member.</summary>
    public AccessRole In(int projectId) =>
        SeesAllProjects ? InTheHouse : AccessRoles.Lower(Memberships.GetValueOrDefault(projectId), Limit);

    /// <summary>Projects that lists may show; null for all of them.</summary>
    public int[]? VisibleProjects => SeesAllProjects ? null : [.. Memberships.Keys];
}

/// <param name="Id">Of the session's row.</param>
/// <param name="CsrfToken">What <c>X-CSRF-Token</c> has to hold; empty until it was derived from the cookie.</param>
public sealed record BrowserSession(int Id, string CsrfToken, DateTimeOffset ExpiresAt);

/// <summary>Reads who is calling from a request.</summary>
public static class Callers
{
    /// <summary>Null for a request that nobody signed in for.</summary>
    public static Caller? Caller(this HttpContext context) => context.Features.Get<Caller>();

    /// <summary>For endpoints that are not open to everybody.</summary>
    public static Caller SignedInCaller(this HttpContext context) =>
        context.Caller() ?? throw new InvalidOperationException("This endpoint is open to everybody, so there may be no caller.");
}
