using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Web.Answers;

/// <summary>The error body on routes that answer something else than the envelope when all is well.</summary>
public sealed class ProblemAnswer(Problem problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Answer.WriteAsync(httpContext, problem);
}
