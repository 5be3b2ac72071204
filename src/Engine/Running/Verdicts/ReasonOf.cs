using Alicerce.Engine.Cases;
using Alicerce.Engine.Running.Assertions;

namespace Alicerce.Engine.Running.Verdicts;

/// <summary>The short reason of a failed step (T004-72): what the status says when the status was wrong, else what the first broken assertion was about.</summary>
internal static class ReasonOf
{
    public static string Failure(StepRun step)
    {
        var broken = step.Checks.First(c => !c.Result.Passed).Assertion;
        var status = step.Answer?.Status ?? 0;
        if (status >= 500) return Reasons.ServerError;
        return broken?.Type switch
        {
            AssertionTypes.Status => OfStatus(status, broken),
            AssertionTypes.NoErrors => Reasons.ErrorPage,
            AssertionTypes.NoSqlError => Reasons.SqlError,
            AssertionTypes.ReturnsData when step.Answer?.Query is { Status: not "ok" } => Reasons.SqlError,
            AssertionTypes.Rejected => Reasons.NotRejected,
            AssertionTypes.ContentType => Reasons.WrongContentType,
            AssertionTypes.Schema => Reasons.SchemaMismatch,
            AssertionTypes.Duration => Reasons.TooSlow,
            AssertionTypes.Redirect when status >= 400 => OfStatus(status),
            _ => Reasons.AssertionFailed,
        };
    }

    /// <summary>A refusal was asked for: an acceptance is told as such, and "not found" is one refusal in place of another.</summary>
    private static string OfStatus(int status, Assertion wanted) => (status, WantsRefusal(wanted)) switch
    {
        ( < 400, true) when StatusAssertion.IsMetBy(wanted, 400) || StatusAssertion.IsMetBy(wanted, 422) => Reasons.NotRejected,
        (404, true) => Reasons.WrongStatus,
        _ => OfStatus(status),
    };

    private static bool WantsRefusal(Assertion wanted)
    {
        for (var success = 200; success < 400; success++)
            if (StatusAssertion.IsMetBy(wanted, success)) return false;
        return true;
    }

    private static string OfStatus(int status) => status switch
    {
        401 => Reasons.AuthError,
        403 => Reasons.PermissionDenied,
        404 => Reasons.NotFound,
        _ => Reasons.WrongStatus,
    };
}
