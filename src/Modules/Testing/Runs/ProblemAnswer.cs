using Alicerce.Platform.Web.Answers;
using Microsoft.AspNetCore.Http;

namespace Alicerce.Modules.Testing.Runs;

/// <summary>The error body on routes that answer something else than JSON when all is well.</summary>
internal sealed class ProblemAnswer(Problem problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Answer.WriteAsync(httpContext, problem);
}
