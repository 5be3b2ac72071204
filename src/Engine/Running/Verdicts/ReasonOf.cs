using Alicerce.Engine.Cases;

namespace Alicerce.Engine.Running.Verdicts;

/// <summary>The short reason of a failed step (T004-72): what the status says when the status was wrong, else what the first broken assertion was about.</summary>
internal static class ReasonOf
{
    public static string Failure(StepRun step)
    {
        var type = step.Checks.First(c => !c.Result.Passed).Assertion?.Type;
        var status = step.Answer?.Status ?? 0;
        if (status >= 500) return Reasons.ServerError;
        return type switch
        {
            AssertionTypes.Status => OfStatus(status),
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

    private static string OfStatus(int status) => status switch
    {
        401 => Reasons.AuthError,
        403 => Reasons.PermissionDenied,
        404 => Reasons.NotFound,
        _ => Reasons.WrongStatus,
    };
}
