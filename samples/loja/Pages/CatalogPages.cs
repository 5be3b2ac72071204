using System.Globalization;

namespace Loja.Pages;

/// <summary>Pages about products: <c>index.q</c>, <c>produtos.q</c>, <c>produto/novo.q</c>, <c>busca.q</c>, <c>ofertas.q</c>.</summary>
internal static class CatalogPages
{
    public static readonly string[] Categories = ["livros", "casa", "jogos", "papelaria"];
    private const int PageSize = 10;

    public static IEnumerable<Page> All =>
    [
        new("index", "Início", HomeAsync),
        new("produtos", "Produtos", ListAsync),
        new("produto/novo", "Novo produto", NewAsync)
        {
            Action = new PageAction(
                "createProduto",
                new ActionParam("nome", Required: true) { MinLength = 3, MaxLength = 80, Unchecked = faults => faults.Has(Fault.RequiredNotChecked) },
                new ActionParam("preco", "decimal", Required: true) { Unchecked = faults => faults.Has(Fault.NumberTypeFails) },
                new ActionParam("estoque", "integer", Required: true),
                // Planted bug 2: the list of categories is declared, drawn as a select and never looked at.
                new ActionParam("categoria", Required: true) { Enum = Categories, Unchecked = faults => faults.Bugs },
                new ActionParam("descricao"))
            {
                RedirectTo = "/produtos",
                Flash = "Produto {nome} cadastrado.",
                Effect = ParsePriceAsync,
            },
        },
        new("busca", "Busca", SearchAsync),
        new("ofertas", "Ofertas", OffersAsync),
    ];

    private sealed record Row(int Id, string Name, string Category, int Cents, int Stock);

    private static async Task<Html> HomeAsync(Visit visit)
    {
        var rows = await visit.Database.QueryAsync(
            "select id, nome, preco_centavos from produtos where ativo and destaque order by id limit 6",
            row => (Name: row.GetString(1), Cents: row.GetInt32(2)), visit.Token);
        var failure = visit.Faults.Has(Fault.TracebackInPage)
            ? Html.Of($"<pre>Traceback (most recent call last):\n  File \"renderer.py\", line 88, in render\nKeyError: 'destaques'</pre>")
            : Html.None;
        return Html.Of($"""
            <h1>Bem-vindo à Loja</h1>
            {failure}
            <h2>Destaques</h2>
            <ul>{Html.Each(rows, row => Html.Of($"<li>{row.Name}: {Html.Money(row.Cents)}</li>"))}</ul>
            """);
    }

    private static async Task<Html> ListAsync(Visit visit)
    {
        if (visit.Faults.Has(Fault.PageFails)) throw new InvalidOperationException("produtos.q: 'NoneType' object is not subscriptable");
        if (visit.Faults.Has(Fault.SlowPage)) await Task.Delay(TimeSpan.FromSeconds(12), visit.Clock, visit.Token);
        var term = visit.Query("busca");
        if (SqlError(visit, term) is { } error) return error;

        var category = visit.Query("categoria");
        var page = int.TryParse(visit.Query("pagina"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, 10_000) : 1;
        var rows = await visit.Database.QueryAsync(
            """
            select id, nome, categoria, preco_centavos, estoque from produtos
            where ativo and nome ilike '%' || @p0 || '%' and (@p1 = '' or categoria = @p1)
            order by id limit 10 offset (@p2 - 1) * 10
            """,
            row => new Row(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4)), visit.Token, term, category, page);
        var link = $"/produtos?busca={Uri.EscapeDataString(term)}&categoria={Uri.EscapeDataString(category)}&pagina={page + 1}";
        var next = rows.Count == PageSize ? Html.Of($"<a href=\"{link}\">Próxima página</a>") : Html.None;
        return Html.Of($"""
            <h1>Produtos</h1>
            <form id="filtro" method="GET" action="/produtos">
              <label>Nome <input type="search" name="busca" value="{term}" maxlength="80"></label>
              <label>Categoria <select name="categoria"><option value="">todas</option>{Html.Options(Categories, category)}</select></label>
              <button type="submit">Filtrar</button>
            </form>
            {Echo(visit, term)}
            <ul>{Html.Each(rows, row => Html.Of($"<li>{row.Name} ({row.Category}): {Html.Money(row.Cents)}, {row.Stock} em estoque</li>"))}</ul>
            <p>Página {page}. {next}</p>
            <p><a href="/produto/novo">Cadastrar produto</a></p>
            """);
    }

    private static Task<Html> NewAsync(Visit visit) => Task.FromResult(Html.Of($"""
        <h1>Novo produto</h1>
        <form id="novo-produto" method="POST" action="/produto/novo">
          <label>Nome <input type="text" name="nome" required minlength="3" maxlength="80"></label>
          <label>Preço <input type="text" name="preco" required placeholder="34.90"></label>
          <label>Estoque <input type="text" name="estoque" required></label>
          <label>Categoria <select name="categoria" required>{Html.Options(Categories)}</select></label>
          <label>Descrição <textarea name="descricao"></textarea></label>
          <button type="submit">Cadastrar</button>
        </form>
        """));

    // The query inside the action is not executed by a Quantum server; only the fault looks at the price again.
    private static Task ParsePriceAsync(Visit visit)
    {
        if (visit.Faults.Has(Fault.NumberTypeFails)) _ = decimal.Parse(visit.Form.GetValueOrDefault("preco", ""), CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    private static async Task<Html> SearchAsync(Visit visit)
    {
        var term = visit.Query("q");
        if (SqlError(visit, term) is { } error) return error;
        var names = await visit.Database.QueryAsync(
            "select id, nome from produtos where ativo and nome ilike '%' || @p0 || '%' order by nome, id limit 20",
            row => row.GetString(1), visit.Token, term);
        return Html.Of($"""
            <h1>Busca & achados</h1>
            <form id="busca" method="GET" action="/busca">
              <label>Procurar <input type="search" name="q" value="{term}" autofocus required></label>
              <button type="submit">Buscar</button>
            </form>
            {Echo(visit, term)}
            <ol>{Html.Each(names, name => Html.Of($"<li>{name}</li>"))}</ol>
            <p>{new Html(names.Count < 20 ? "Fim da lista." : "Há mais resultados.")}</p>
            """);
    }

    private static async Task<Html> OffersAsync(Visit visit)
    {
        // Planted bug 1: the column has another name than the file says, so its binding is left as the runtime leaves it.
        var discount = visit.Faults.Bugs ? "null" : "desconto_pct";
        var rows = await visit.Database.QueryAsync(
            $"select nome, preco_centavos, {discount}::integer from ofertas order by id limit 12",
            row => (Name: row.GetString(0), Cents: row.GetInt32(1), Discount: row.IsDBNull(2) ? "{ERROR: desconto_pct}" : $"{row.GetInt32(2)}"), visit.Token);
        return Html.Of($"""
            <h1>Ofertas</h1>
            <ul>{Html.Each(rows, row => Html.Of($"<li>{row.Name}: {Html.Money(row.Cents)} com {row.Discount}% de desconto</li>"))}</ul>
            """);
    }

    private static Html Echo(Visit visit, string term)
    {
        if (term.Length == 0) return Html.None;
        var shown = visit.Faults.Has(Fault.ReflectedScript) ? new Html(term) : Html.Of($"{term}");
        return Html.Of($"<p>Resultados para {shown}</p>");
    }

    private static Html? SqlError(Visit visit, string term) => visit.Faults.Has(Fault.SqlErrorOnQuote) && term.Contains('\'', StringComparison.Ordinal)
        ? Html.Of($"<pre>Npgsql.PostgresException (0x80004005): 42601: syntax error at or near \"{term}\"\nPOSITION: 71</pre>")
        : null;
}
