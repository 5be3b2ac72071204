using System.Text.RegularExpressions;

namespace Loja.Pages;

/// <summary>Answers page requests the way a Quantum server does; the rules are in the README under "What the server enforces".</summary>
internal sealed partial class PageServer(Database database, Faults faults, Signatures signatures, Accounts accounts, TimeProvider clock)
{
    private const string Methods = "DELETE, GET, HEAD, OPTIONS, POST, PUT";

    private readonly Dictionary<string, Page> _pages =
        CatalogPages.All.Concat(VisitorPages.All(accounts)).Concat(SharedPages.All).ToDictionary(page => page.Name);

    public async Task ServeAsync(HttpContext http)
    {
        var (page, isPartial) = Find(http.Request.Path);
        if (page is null || faults.Has(Fault.RouteMissing) && page.Name == "obrigado")
        {
            await ErrorAsync(http, StatusCodes.Status404NotFound, "404 - Component Not Found", "Página não encontrada.");
            return;
        }
        if (!await AllowsAsync(http)) return;

        var session = Session.Read(http.Request, signatures);
        if (Bar(page, ref session) is { } bar)
        {
            await bar(http);
            return;
        }
        var visit = new Visit(http, database, faults, clock) { Session = session };
        if (page.Action is { } action && (http.Request.Method is "POST" or "PUT" or "DELETE") && await RunAsync(http, visit, action)) return;
        await RenderAsync(http, visit, page, isPartial);
    }

    /// <summary>The page that the runtime shows when it fails, with its marker in the title.</summary>
    public static Task ErrorAsync(HttpContext http, int status, string title, string text)
    {
        http.Response.StatusCode = status;
        return WriteAsync(http, Html.Of($"""
            <!DOCTYPE html>
            <html lang="pt-BR"><head><title>{title}</title></head><body><h1>{title}</h1><pre>{text}</pre></body></html>
            """).Text);
    }

    private (Page? Page, bool IsPartial) Find(PathString path)
    {
        var name = path.Value!.Trim('/');
        var isPartial = name.StartsWith("_partial/", StringComparison.Ordinal);
        if (isPartial) name = name["_partial/".Length..];
        if (name.EndsWith(".q", StringComparison.Ordinal)) name = name[..^2];
        var page = _pages.GetValueOrDefault(name) ?? _pages.GetValueOrDefault($"{name}/index".TrimStart('/'));
        return (page, isPartial);
    }

    private static async Task<bool> AllowsAsync(HttpContext http)
    {
        if (http.Request.Method is "GET" or "HEAD" or "POST" or "PUT" or "DELETE") return true;
        http.Response.Headers.Allow = Methods;
        if (http.Request.Method != "OPTIONS") await ErrorAsync(http, StatusCodes.Status405MethodNotAllowed, "Method Not Allowed", "Método não permitido.");
        return false;
    }

    /// <summary>Why this visitor may not come in, as the answer to send; null lets them in.</summary>
    private Func<HttpContext, Task>? Bar(Page page, ref Session session)
    {
        var expired = session.HasExpired(clock);
        if (expired) session = session with { User = null, Until = 0 };
        if (!page.RequiresAuth || page.Name == "conta" && faults.Has(Fault.AccountOpen)) return null;
        if (session.User is null) return http => Redirect(http, expired ? "/login?expired=true" : "/login");
        if (page.RequiredRole is null || page.RequiredRole == session.User.Role || faults.Has(Fault.AdminOpenToCustomers)) return null;
        return http => ErrorAsync(http, StatusCodes.Status403Forbidden, "403 - Forbidden", "Acesso negado.");
    }

    /// <summary>Runs the action; true when it has answered, false when the page is to be rendered again.</summary>
    private async Task<bool> RunAsync(HttpContext http, Visit visit, PageAction action)
    {
        var form = await FormBody.ReadAsync(http.Request, visit.Token);
        if (form is null)
        {
            await ErrorAsync(http, StatusCodes.Status400BadRequest, "Bad Request", "O corpo da requisição não pôde ser lido.");
            return true;
        }
        var refused = action.Params
            .Where(param => !param.Unchecked(faults))
            .Select(param => param.Refuse(form.GetValueOrDefault(param.Name)))
            .FirstOrDefault(reason => reason is not null);
        if (refused is not null)
        {
            visit.Session.WithFlash("error", refused).Write(http.Response, signatures);
            await Redirect(http, Referer(http.Request));
            return true;
        }
        visit.Form = form;
        if (action.Effect is not null) await action.Effect(visit);
        if (action.RedirectTo is null) return false;
        if (action.Flash is not null) visit.Session = visit.Session.WithFlash("success", Fill(action.Flash, form));
        visit.Session.Write(http.Response, signatures);
        await Redirect(http, action.Name == "createProduto" && faults.Has(Fault.WrongRedirect) ? "/login" : action.RedirectTo);
        return true;
    }

    private async Task RenderAsync(HttpContext http, Visit visit, Page page, bool isPartial)
    {
        if (page.Name == "carrinho" && faults.Has(Fault.RedirectLoop))
        {
            await Redirect(http, "/carrinho");
            return;
        }
        var before = visit.Session;
        var body = await page.Render(visit);
        var text = isPartial ? body.Text : Layout.Page(page.Title, body, visit.Session);
        if (!isPartial) visit.Session = visit.Session with { Flash = null, FlashType = null };
        if (visit.Session != before) visit.Session.Write(http.Response, signatures);
        await WriteAsync(http, text);
    }

    private static Task Redirect(HttpContext http, string url)
    {
        http.Response.Redirect(url);
        return Task.CompletedTask;
    }

    /// <summary>Where a refused visitor came from; anything that a Location header cannot carry counts as nowhere.</summary>
    private static string Referer(HttpRequest request) =>
        request.Headers.Referer.ToString() is { Length: > 0 } referer && referer.All(letter => letter is > ' ' and < '\u007f') ? referer : "/";

    private static string Fill(string text, Dictionary<string, string> form) =>
        Placeholder().Replace(text, match => form.GetValueOrDefault(match.Groups["name"].Value, ""));

    private static Task WriteAsync(HttpContext http, string text)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
