namespace Loja.Pages;

/// <summary>One <c>.q</c> file as the server runs it. <paramref name="Name"/> is its path below <c>components</c> without the ending.</summary>
internal sealed record Page(string Name, string Title, Func<Visit, Task<Html>> Render)
{
    /// <summary>The file's first action: the only one that a Quantum server ever runs.</summary>
    public PageAction? Action { get; init; }

    public bool RequiresAuth { get; init; }

    /// <summary>Looked at only when <see cref="RequiresAuth"/> is set.</summary>
    public string? RequiredRole { get; init; }
}

/// <summary>A request for a page, with what its markup may refer to.</summary>
internal sealed class Visit(HttpContext http, Database database, Faults faults, TimeProvider clock)
{
    public Database Database => database;
    public Faults Faults => faults;
    public TimeProvider Clock => clock;
    public CancellationToken Token => http.RequestAborted;

    /// <summary>Changed by the page; written back as a cookie.</summary>
    public Session Session { get; set; } = new();

    /// <summary>The checked values of an action that renders the page again, else empty.</summary>
    public IReadOnlyDictionary<string, string> Form { get; set; } = new Dictionary<string, string>();

    /// <summary>A value of the query string, empty when absent.</summary>
    public string Query(string name) => http.Request.Query[name].ToString();
}

/// <summary>What a <c>q:action</c> declares: its params, then the redirect that ends it or none to render the page again.</summary>
internal sealed record PageAction(string Name, params ActionParam[] Params)
{
    public string? RedirectTo { get; init; }

    /// <summary>Text of the redirect's flash; <c>{name}</c> is filled from the params.</summary>
    public string? Flash { get; init; }

    /// <summary>What the shop adds to the language: an effect on the session, before the redirect.</summary>
    public Func<Visit, Task>? Effect { get; init; }
}
