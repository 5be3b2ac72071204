namespace Alicerce.Engine.Discovery;

/// <summary>What a component is to a visitor (S004-DISC-09). The rule that tells them apart is in <c>docs/discovery.md</c>.</summary>
public enum ComponentType
{
    /// <summary>Answers a URL of its own with a whole page.</summary>
    Page,
    /// <summary>Wraps pages; never asked for on its own.</summary>
    Layout,
    /// <summary>A fragment that pages include or call.</summary>
    Partial,
    /// <summary>Answers data, not a page: a path of an OpenAPI document, or a component that only declares endpoints.</summary>
    Api,
}

/// <summary>A place in a scanned file, counted from 1.</summary>
public readonly record struct SourceLocation(int Line, int Column);

/// <summary>
/// One unit that discovery found: a <c>.q</c> file, or one path of an OpenAPI document (S004-DATA-05, S004-DISC-03).
/// It is plain data: it survives JSON unchanged, so a server can generate cases from stored rows.
/// </summary>
public sealed record Component
{
    /// <summary>Path relative to the project, <c>/</c> between segments, no leading slash. For OpenAPI: <c>openapi.yaml#/paths/~1pets~1{id}</c>.</summary>
    public required string FilePath { get; init; }

    /// <summary>The declared name, else the file's stem; for OpenAPI the path template.</summary>
    public required string Name { get; init; }

    public required ComponentType Type { get; init; }

    /// <summary>URL path at which the server serves it, with a leading slash; null when it cannot be asked for on its own.</summary>
    public string? Route { get; init; }

    /// <summary>False for kinds of files that never have a URL, wherever they lie: behaviours, prefabs, jobs.</summary>
    public bool Served { get; init; } = true;

    /// <summary>The page refuses visitors without a session.</summary>
    public bool RequiresAuth { get; init; }

    /// <summary>Role or permission that the file declares; enforced only together with <see cref="RequiresAuth"/>.</summary>
    public string? RequiredRole { get; init; }

    /// <summary>Parameters of the component itself (<c>q:param</c> directly under the root).</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    public IReadOnlyList<ComponentAction> Actions { get; init; } = [];
    public IReadOnlyList<ComponentQuery> Queries { get; init; } = [];
    public IReadOnlyList<ComponentForm> Forms { get; init; } = [];
    public IReadOnlyList<Conditional> Conditionals { get; init; } = [];
    public IReadOnlyList<Loop> Loops { get; init; } = [];

    /// <summary>Paths or names of other components: <c>q:import</c>, <c>q:include</c> and component calls.</summary>
    public IReadOnlyList<string> Includes { get; init; } = [];

    public IReadOnlyList<ComponentFunction> Functions { get; init; } = [];

    /// <summary>Effects outside the page that make blind negative tests unsafe: <c>mail</c>, <c>file</c>, <c>llm</c>, <c>invoke:…</c>.</summary>
    public IReadOnlyList<string> SideEffects { get; init; } = [];

    public int LineCount { get; init; }

    /// <summary>1 + conditionals' branches + loops + 2 × actions + queries + forms (S004-DISC-08; documented in <c>docs/discovery.md</c>).</summary>
    public int ComplexityScore { get; init; }

    /// <summary>UTC; null when the source has no file time (archive, URL).</summary>
    public DateTimeOffset? FileModifiedAt { get; init; }

    /// <summary>SHA-256, lower-case hex: of the file's bytes, or of these together with those of the files that they refer to (OpenAPI).</summary>
    public required string ContentHash { get; init; }
}

/// <summary>Something a component does on request: a <c>q:action</c>, or an OpenAPI operation (S004-DISC-04).</summary>
public sealed record ComponentAction
{
    /// <summary>The declared name; for OpenAPI the operationId, else <c>GET /pets/{id}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Upper case; <c>POST</c> where nothing is declared.</summary>
    public string Method { get; init; } = "POST";

    public IReadOnlyList<Parameter> Params { get; init; } = [];

    /// <summary>False for actions that the runtime never runs: second and later ones, or ones nested in markup.</summary>
    public bool Reachable { get; init; } = true;

    public bool DeclaresCsrf { get; init; } = true;
    public bool RequiresAuth { get; init; }
    public string? RateLimit { get; init; }

    /// <summary>Target of the action's <c>q:redirect</c>, as written; null when the page is rendered again.</summary>
    public string? RedirectTo { get; init; }

    /// <summary>Status of that redirect, 302 where nothing is declared.</summary>
    public int? RedirectStatus { get; init; }

    /// <summary>Set for OpenAPI operations only.</summary>
    public ApiOperation? Operation { get; init; }

    public SourceLocation Location { get; init; }
}

/// <summary>A declared input value with its rules, in one vocabulary for <c>.q</c> and OpenAPI.</summary>
public sealed record Parameter
{
    public required string Name { get; init; }

    /// <summary>Lower case: string, email, url, integer, decimal, number, boolean, date, time, datetime, uuid, array, object, file, password, cpf, cnpj, cep, phone…</summary>
    public string Type { get; init; } = "string";

    public bool Required { get; init; }
    public string? Default { get; init; }

    /// <summary>Where it travels: <c>auto</c>, path, query, body, header, cookie.</summary>
    public string Source { get; init; } = "auto";

    public string? Pattern { get; init; }
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }
    public IReadOnlyList<string> Enum { get; init; } = [];

    /// <summary>A declared value validator: email, url, cpf, cnpj, phone, cep, uuid, creditcard, ipv4, ipv6, or a regular expression.</summary>
    public string? Validate { get; init; }

    /// <summary>False when the runtime is known not to enforce the rule (D22): the difference is a finding, not a failure.</summary>
    public bool Enforced { get; init; } = true;

    public SourceLocation Location { get; init; }
}

/// <summary>A declared database query (S004-DISC-05).</summary>
public sealed record ComponentQuery
{
    public required string Name { get; init; }
    public string? Datasource { get; init; }

    /// <summary>The whole text, trimmed, children's tails included (T004-34).</summary>
    public required string Sql { get; init; }

    public IReadOnlyList<QueryParameter> Params { get; init; } = [];

    /// <summary>False for statements other than SELECT, WITH … SELECT, VALUES or TABLE.</summary>
    public bool ReadOnly { get; init; } = true;

    public SourceLocation Location { get; init; }
}

/// <summary>A named value bound into a query. <paramref name="Value"/> is the expression as written, e.g. <c>{form.id}</c>.</summary>
public sealed record QueryParameter(string Name, string Type, string? Value, bool Nullable = false);

/// <summary>An HTML form (S004-DISC-06).</summary>
public sealed record ComponentForm
{
    /// <summary>The <c>id</c> attribute, else <c>name</c>, else null.</summary>
    public string? Id { get; init; }

    /// <summary>The <c>q:action</c> attribute, else the HTML <c>action</c>; null means the page itself.</summary>
    public string? Action { get; init; }

    /// <summary>Upper case; HTML's default is GET.</summary>
    public string Method { get; init; } = "GET";

    /// <summary><c>application/x-www-form-urlencoded</c> or <c>multipart/form-data</c>.</summary>
    public string Encoding { get; init; } = "application/x-www-form-urlencoded";

    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>Named submit buttons: each is another way to send the form.</summary>
    public IReadOnlyList<FormField> Buttons { get; init; } = [];

    public SourceLocation Location { get; init; }
}

/// <summary>A named field of a form: input, textarea or select.</summary>
public sealed record FormField
{
    public required string Name { get; init; }

    /// <summary>text, email, password, number, hidden, checkbox, radio, select, textarea, file, …</summary>
    public string Type { get; init; } = "text";

    public bool Required { get; init; }
    public string? Value { get; init; }
    public IReadOnlyList<string> Options { get; init; } = [];
    public string? Pattern { get; init; }
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }
}

/// <summary>A <c>q:if</c>: its condition and the number of branches, <c>elseif</c> and <c>else</c> included (S004-DISC-07).</summary>
public sealed record Conditional(string Expression, int Branches);

/// <summary>A <c>q:loop</c>: what it walks over (<c>range</c>, <c>array</c>, <c>list</c> or <c>query</c>) and its source.</summary>
public sealed record Loop(string Type, string? Source);

/// <summary>A <c>q:function</c>; with an endpoint it is a declared REST operation.</summary>
public sealed record ComponentFunction
{
    public required string Name { get; init; }
    public string? Endpoint { get; init; }
    public string Method { get; init; } = "GET";
    public IReadOnlyList<Parameter> Params { get; init; } = [];
    public string? Auth { get; init; }
    public SourceLocation Location { get; init; }
}
