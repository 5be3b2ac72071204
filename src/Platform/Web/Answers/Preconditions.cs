using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Web.Answers;

/// <summary>
/// Keeps two people from writing over each other: a change with <c>If-Match</c> is made only to the state that its sender has seen (RFC 9110
/// §13.1.1), and no change is made to a row that another one changed between reading and writing.
/// </summary>
public static class Preconditions
{
    public static readonly Problem Stale = new(ProblemKind.PreconditionFailed, "stale", "It was changed since you read it, by somebody else or by the server: read it again and decide anew.");
    public static readonly Problem ChangedMeanwhile = Problem.Conflict("changed_meanwhile", "Somebody else changed it at this very moment: read it again, then send your change once more.");

    /// <param name="view">The resource as a <c>GET</c> would show it now.</param>
    /// <returns>Null when the change may go on.</returns>
    public static Problem? CheckIfMatch<T>(this HttpContext http, T view) =>
        http.Request.Headers.IfMatch.Count == 0 || EntityTag.IsExpected(http.Request, EntityTag.Of(view)) ? null : Stale;

    internal static Problem LostRace(HttpContext http) => http.Request.Headers.IfMatch.Count > 0 ? Stale : ChangedMeanwhile;
}
