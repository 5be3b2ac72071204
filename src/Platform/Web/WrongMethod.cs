using Microsoft.AspNetCore.Http;

namespace Alicerce.Platform.Web;

/// <summary>
/// A method that a path does not take is answered before anybody is asked who they are: the framework's own endpoint for it carries no word
/// that it is open, and would answer 401 even where signing in is what the path is for.
/// </summary>
internal static class WrongMethod
{
    private const string FrameworksEndpoint = "405 HTTP Method Not Supported";

    public static Task Answer(HttpContext context, RequestDelegate next) =>
        context.GetEndpoint() is { DisplayName: FrameworksEndpoint, RequestDelegate: { } answer } ? answer(context) : next(context);
}
