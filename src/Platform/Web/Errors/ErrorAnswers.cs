using Alicerce.Platform.Services;
using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Alicerce.Platform.Web.Errors;

/// <summary>
/// Turns everything that goes wrong into the one error body: exceptions, and statuses that the framework sets without a body. It works
/// inside the correlation id, the log and the security headers, so a 500 carries all of them (T001-02).
/// </summary>
internal sealed class ErrorAnswers(RequestDelegate next, ILogger<ErrorAnswers> log)
{
    private const int ClientClosedRequest = 499;
    public static readonly Problem NotText = Problem.Invalid("", "not_text", "Text cannot hold the character U+0000, nor half of a surrogate pair.");
    private static readonly TimeSpan DatabaseRetry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ServiceRetry = TimeSpan.FromSeconds(30);

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested && e is OperationCanceledException or IOException)
        {
            if (!context.Response.HasStarted) context.Response.StatusCode = ClientClosedRequest;
            return;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, e);
            return;
        }

        var response = context.Response;
        if (response is { StatusCode: >= 400, HasStarted: false, ContentType: null, ContentLength: null or 0 })
        {
            var (code, message) = ProblemKinds.OfStatus(response.StatusCode);
            await Answer.WriteErrorAsync(context, response.StatusCode, code, message, []);
        }
    }

    private Task AnswerAsync(HttpContext context, Exception exception)
    {
        ForgetHalfAnswer(context);
        if (exception is BadHttpRequestException bad) return BadRequests.AnswerAsync(context, bad);
        if (exception.GetBaseException() is PostgresException refused && IsNotText(refused))
            return Answer.WriteAsync(context, NotText);
        if (exception is DbUpdateConcurrencyException) return Answer.WriteAsync(context, Preconditions.LostRace(context));
        if (DatabaseAway.IsCauseOf(exception))
        {
            log.LogWarning("PostgreSQL is away: {Reason}", exception.GetBaseException().Message);
            return Answer.WriteAsync(context, Problem.Unavailable("platform.database_away", "The database is away; try again in a moment.", DatabaseRetry));
        }

        if (exception is ServiceCallException { IsAway: true })
        {
            log.LogWarning("{Reason}", exception.Message);
            return Answer.WriteAsync(context, Problem.Unavailable("platform.service_away", "Another service that this needs is away; try again in a moment.", ServiceRetry));
        }

        log.LogError(exception, "{Method} {Path} failed unexpectedly.", context.Request.Method, context.Request.Path.Value);
        return Answer.WriteErrorAsync(context, 500, "INTERNAL_ERROR", "An unexpected error occurred", []);
    }

    // PostgreSQL's reader of JSON is the first to see escapes inside of values that we keep as they are.
    private static bool IsNotText(PostgresException refused) =>
        refused.SqlState is PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter
        || (refused.SqlState == PostgresErrorCodes.InvalidTextRepresentation && refused.Routine?.Contains("json", StringComparison.Ordinal) == true);

    // What the endpoint had prepared belongs to an answer that will not come; what the outer middleware set has to stay.
    private static void ForgetHalfAnswer(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentLength = null;
        headers.ContentType = default;
        headers.Location = default;
        headers.ETag = default;
    }
}
