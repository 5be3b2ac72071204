using System.Security.Cryptography;
using Alicerce.Platform.Limits;
using Alicerce.Platform.Web.Answers;
using Microsoft.Net.Http.Headers;

namespace Alicerce.Server;

/// <summary>
/// Serves the console under <c>/console</c> (D26). Its addresses are its own: whatever is no file there is its one page, and nothing outside of
/// <c>/console</c> ever is.
/// </summary>
internal static class ConsoleEndpoints
{
    private const string Home = "/console";
    private const int NonceBytes = 18;
    private static readonly Problem NotBuilt = Problem.NotFound("console.not_built", "This server was built without its console: 'make build' makes both.");

    private static readonly Problem NoSuchFile = Problem.NotFound("console.no_such_file", "There is no such file: it may have belonged to an earlier version.");

    public static void MapConsole(this WebApplication app, ConsoleFiles files)
    {
        var console = app.MapGroup("").AllowAnonymous().ExcludeFromDescription().WithMetadata(new OwnFile());
        console.MapMethods("/", Reading, http => Redirect(http, Home));
        console.MapMethods(Home + "/{**path}", Reading, http => ServeAsync(http, files));
    }

    private static string[] Reading { get; } = [HttpMethods.Get, HttpMethods.Head];

    private static Task Redirect(HttpContext http, string to)
    {
        http.Response.Redirect(to);
        return Task.CompletedTask;
    }

    private static Task ServeAsync(HttpContext http, ConsoleFiles files)
    {
        var name = http.Request.RouteValues["path"] as string ?? "";
        if (files.Find(name) is { } file) return WriteFileAsync(http, file);
        // A file of an earlier build is gone: the page in its place would be read as a script.
        if (name.StartsWith("assets/", StringComparison.Ordinal)) return Answer.WriteAsync(http, NoSuchFile);
        return files.Page is { } page ? WritePageAsync(http, page) : Answer.WriteAsync(http, NotBuilt);
    }

    private static Task WritePageAsync(HttpContext http, string page)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        http.Response.ContentType = "text/html; charset=utf-8";
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.WriteAsync(page.Replace("{{nonce}}", nonce, StringComparison.Ordinal), http.RequestAborted);
    }

    private static async Task WriteFileAsync(HttpContext http, ConsoleFile file)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = file.IsNamedByContent ? "public, max-age=31536000, immutable" : "no-cache";
        headers.ETag = file.Tag;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (IsKnown(http.Request, file.Tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var accepted = http.Request.GetTypedHeaders().AcceptEncoding;
        var form = file.Forms.FirstOrDefault(form => accepted.Any(one => one.Value == form.Encoding && one.Quality is not 0));
        if (form is not null) headers.ContentEncoding = form.Encoding;
        var bytes = form?.Bytes ?? file.Bytes;
        http.Response.ContentType = file.Type.StartsWith("text/", StringComparison.Ordinal) ? $"{file.Type}; charset=utf-8" : file.Type;
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static bool IsKnown(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known) && known.Any(one => one.Tag == tag || one.Tag == "*");
}
