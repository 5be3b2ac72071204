using System.Globalization;
using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Http;
using Alicerce.Engine.Running.Paths;

namespace Alicerce.Engine.Running.Assertions;

/// <summary>
/// The input was turned down (D22): 400 or 422 (or the statuses in the value), or a redirect back to the page it came from that then shows
/// an error. The flash is read once by the server, so this assertion opens that page itself, as the case would.
/// </summary>
internal sealed class RejectedAssertion : IAssertionEvaluator
{
    private static readonly int[] DefaultStatuses = [400, 422];

    public string? Problem(Assertion assertion, ExpressionCache expressions) =>
        assertion.Value is null or JsonArray && Statuses(assertion).All(s => s is >= 300 and <= 499) ? null : "rejected takes a list of statuses such as [400, 409, 422]";

    public async ValueTask<Verdict> EvaluateAsync(Assertion assertion, AnswerView view, CancellationToken ct)
    {
        var answer = view.Answer;
        if (Statuses(assertion).Contains(answer.Status)) return new Verdict(Holds: true, Number(answer.Status));
        if (answer.Status is not (302 or 303) || answer.Header("Location") is not { } location) return new Verdict(Holds: false, Number(answer.Status));

        var page = RedirectAssertion.PathOnTarget(answer, location, view.Context.Run.Target.BaseUrl);
        if (!LeadsBack(answer, location)) return new Verdict(Holds: false, $"{answer.Status} to {page}, which is not back to the form");
        if (view.FollowUpAsync is null || !Uri.TryCreate(answer.Request!.Url, location, out var url)) return Verdict.Unknown("the page after the redirect cannot be opened here");
        using var shown = await view.FollowUpAsync(url, ct);
        return PageMarkers.Find(PageMarkers.ErrorFlash, shown.Body.Text) is { } flash
            ? new Verdict(Holds: true, $"{answer.Status} to {page} with an error message ({flash.Name})")
            : new Verdict(Holds: false, $"{answer.Status} to {page} without an error message");
    }

    /// <summary>Back is the Referer, the start page, or the address that was sent to.</summary>
    private static bool LeadsBack(Answer answer, string location)
    {
        if (answer.Request is not { } request || !Uri.TryCreate(request.Url, location, out var url) || !TargetUrl.IsSameOrigin(request.Url, url)) return false;
        var referer = request.Headers.FirstOrDefault(h => h.Name.Equals("Referer", StringComparison.OrdinalIgnoreCase))?.Value;
        return url.AbsolutePath == "/" || url.AbsolutePath == request.Url.AbsolutePath
            || (Uri.TryCreate(request.Url, referer, out var back) && back.AbsolutePath == url.AbsolutePath);
    }

    private static IEnumerable<int> Statuses(Assertion assertion) =>
        assertion.Value is JsonArray list ? list.Select(item => (int)(Operators.NumberOf(item) ?? 0)) : DefaultStatuses;

    private static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);
}
