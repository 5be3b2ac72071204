using System.Globalization;

namespace Loja;

/// <summary>Ways in which the shop can be made to misbehave (<c>LOJA_FAULT=3,17</c>). What each does is in <see cref="Faults.Table"/>.</summary>
internal enum Fault
{
    PageFails = 1, RouteMissing, TracebackInPage, UnresolvedBinding, RequiredNotChecked, EmailNotChecked, BodyLengthNotChecked, BodyEnumNotChecked,
    WrongContentType, InvalidJson, FieldRenamed, TypeChanged, RequiredFieldNull, SqlErrorOnQuote, ReflectedScript, AccountOpen, AdminOpenToCustomers,
    BearerIgnored, UnknownIdFails, WrongSuccessStatus, AnyMethodAccepted, WrongRedirect, RedirectLoop, RoutingFieldIgnored, ColumnDropped, SlowPage,
    ConnectionCut, SecurityHeaderMissing, NumberTypeFails, MalformedJsonFails, QueryRangeNotChecked, MediaTypeNotChecked,
}

/// <summary>One row of the table of faults.</summary>
internal sealed record FaultInfo(Fault Fault, string Where, string Wrong);

/// <summary>The faults that are switched on, and whether the three planted bugs are (<c>LOJA_BUGS</c>, on unless <c>off</c>).</summary>
internal sealed class Faults(IReadOnlySet<Fault> active, bool bugs)
{
    public static readonly IReadOnlyList<FaultInfo> Table =
    [
        new(Fault.PageFails, "GET /produtos", "answers 500 with the runtime's error page"),
        new(Fault.RouteMissing, "GET /obrigado", "answers 404, as if the file were gone"),
        new(Fault.TracebackInPage, "GET /", "shows a traceback inside a page of status 200"),
        new(Fault.UnresolvedBinding, "GET /carrinho", "shows {ERROR: total} where a value belongs"),
        new(Fault.RequiredNotChecked, "createProduto", "accepts a product without nome"),
        new(Fault.EmailNotChecked, "login", "accepts an email that is none"),
        new(Fault.BodyLengthNotChecked, "POST /api/clientes", "accepts a nome of any length"),
        new(Fault.BodyEnumNotChecked, "POST /api/produtos", "accepts an unknown categoria"),
        new(Fault.WrongContentType, "GET /api/status", "labels its JSON as text/html"),
        new(Fault.InvalidJson, "GET /api/produtos", "writes JSON that nobody can parse"),
        new(Fault.FieldRenamed, "GET /api/produtos/{id}", "calls precoCentavos preco"),
        new(Fault.TypeChanged, "POST /api/clientes", "answers the id as text"),
        new(Fault.RequiredFieldNull, "GET /api/produtos", "answers nome null"),
        new(Fault.SqlErrorOnQuote, "GET /produtos, /busca", "shows the database's syntax error when the search holds a quote"),
        new(Fault.ReflectedScript, "GET /produtos, /busca", "writes the search into the page without escaping"),
        new(Fault.AccountOpen, "GET /conta", "opens without a session"),
        new(Fault.AdminOpenToCustomers, "GET /admin", "opens to role cliente"),
        new(Fault.BearerIgnored, "/api/pedidos", "answers without a token"),
        new(Fault.UnknownIdFails, "GET /api/produtos/{id}", "answers 500 for an unknown id"),
        new(Fault.WrongSuccessStatus, "POST /api/produtos", "answers 200 where 201 is declared"),
        new(Fault.AnyMethodAccepted, "/api/status", "answers 200 to every method"),
        new(Fault.WrongRedirect, "createProduto", "sends the visitor to /login after success"),
        new(Fault.RedirectLoop, "GET /carrinho", "redirects to itself for ever"),
        new(Fault.RoutingFieldIgnored, "enviarMensagem", "does not know the hidden field acao and answers 500"),
        new(Fault.ColumnDropped, "index.q query destaques", "column produtos.destaque is gone, the query and the page fail"),
        new(Fault.SlowPage, "GET /produtos", "takes 12 s"),
        new(Fault.ConnectionCut, "GET /api/status", "closes the connection in the middle of the body"),
        new(Fault.SecurityHeaderMissing, "everywhere", "X-Content-Type-Options is missing"),
        new(Fault.NumberTypeFails, "createProduto", "answers 500 when preco is no number"),
        new(Fault.MalformedJsonFails, "every API body", "answers 500 to malformed JSON"),
        new(Fault.QueryRangeNotChecked, "GET /api/produtos", "accepts limit and offset outside their range"),
        new(Fault.MediaTypeNotChecked, "every API body", "reads any content type as JSON"),
    ];

    /// <summary>The planted bugs are on.</summary>
    public bool Bugs => bugs;

    public bool Has(Fault fault) => active.Contains(fault);

    /// <summary>Reads <c>LOJA_FAULT</c> and <c>LOJA_BUGS</c>; a number that is not in the table ends the start with a clear message.</summary>
    public static Faults FromEnvironment()
    {
        var active = new HashSet<Fault>();
        var text = Environment.GetEnvironmentVariable("LOJA_FAULT") ?? "";
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !Enum.IsDefined((Fault)number))
                throw new StartException($"LOJA_FAULT: '{part}' is no fault. Use numbers from 1 to {Table.Count}, separated by commas.");
            active.Add((Fault)number);
        }
        return new Faults(active, Environment.GetEnvironmentVariable("LOJA_BUGS") != "off");
    }
}

/// <summary>The shop cannot start; the message says what to mend.</summary>
internal sealed class StartException(string message) : Exception(message);
