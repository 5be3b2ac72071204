using System.Text.RegularExpressions;

namespace Loja.Pages;

/// <summary>Pages about the visitor: login, account, administration, contact, cart and favourites.</summary>
internal static partial class VisitorPages
{
    private static readonly string[] Subjects = ["duvida", "troca", "elogio"];
    private static readonly string[] Desks = ["loja", "sac"];

    public static IEnumerable<Page> All(Accounts accounts) =>
    [
        new("login", "Entrar", LoginAsync)
        {
            Action = new PageAction(
                "login",
                new ActionParam("email", "email", Required: true) { Unchecked = faults => faults.Has(Fault.EmailNotChecked) },
                new ActionParam("senha", Required: true) { MinLength = 8, MaxLength = 72 })
            { RedirectTo = "/conta", Effect = visit => SignInAsync(visit, accounts) },
        },
        new("conta", "Minha conta", AccountAsync) { RequiresAuth = true },
        new("admin/index", "Administração", AdminAsync) { RequiresAuth = true, RequiredRole = "admin" },
        new("contato", "Contato", ContactAsync) { Action = Contact },
        new("obrigado", "Obrigado", _ => Task.FromResult(Html.Of($"<h1>Obrigado</h1><p>Respondemos em até dois dias úteis.</p>"))),
        new("carrinho", "Carrinho", CartAsync) { Action = new PageAction("atualizarItem", Sku, new ActionParam("quantidade", "number", Required: true)) },
        new("favoritos", "Favoritos", FavouritesAsync)
        {
            Action = new PageAction("removerFavorito", Sku) { RedirectTo = "/carrinho", Flash = "Favorito {sku} removido." },
        },
    ];

    private static ActionParam Sku => new("sku", Required: true) { Pattern = SkuPattern() };

    private static PageAction Contact => new(
        "enviarMensagem",
        new ActionParam("acao", Required: true) { Enum = ["enviar"] },
        new ActionParam("nome", Required: true) { MinLength = 2, MaxLength = 60 },
        new ActionParam("email", "email", Required: true),
        new ActionParam("cpf", Required: true) { Pattern = CpfPattern() },
        new ActionParam("telefone", Required: true) { Pattern = PhonePattern() },
        new ActionParam("cep", Required: true) { Pattern = CepPattern() },
        new ActionParam("assunto", Required: true) { Enum = Subjects },
        new ActionParam("mensagem", Required: true) { MinLength = 10, MaxLength = 1000 },
        new ActionParam("destino") { Enum = Desks })
    {
        RedirectTo = "/obrigado",
        Flash = "Mensagem de {nome} enviada.",
        Effect = visit => visit.Faults.Has(Fault.RoutingFieldIgnored)
            ? throw new InvalidOperationException("contato.q: no handler for this form")
            : Task.CompletedTask,
    };

    /// <summary>The language has no way to start a session, so this is the shop's own. A wrong password leaves the visitor outside, with a warning.</summary>
    private static async Task SignInAsync(Visit visit, Accounts accounts)
    {
        var user = await accounts.SignInAsync(visit.Form.GetValueOrDefault("email", ""), visit.Form.GetValueOrDefault("senha", ""), visit.Token);
        visit.Session = user is null
            ? (visit.Session with { User = null, Until = 0 }).WithFlash("warning", "E-mail ou senha incorretos.")
            : visit.Session.SignedIn(user, visit.Clock);
    }

    private static Task<Html> LoginAsync(Visit visit) => Task.FromResult(Html.Of($"""
        <h1>Entrar</h1>
        <form id="login-form" method="POST" action="/login">
          <label>E-mail <input type="email" name="email" required></label>
          <label>Senha <input type="password" name="senha" required minlength="8" maxlength="72"></label>
          <button type="submit">Entrar</button>
        </form>
        """));

    private static async Task<Html> AccountAsync(Visit visit)
    {
        var orders = await visit.Database.QueryAsync(
            "select id, situacao, criado_em from pedidos where usuario_id = @p0 order by id desc limit 20",
            row => Html.Of($"<li>Pedido {row.GetInt32(0)}: {row.GetString(1)}</li>"), visit.Token, visit.Session.User?.Id ?? 0);
        return Html.Of($"<h1>Minha conta</h1><p>Olá, {visit.Session.User?.Name}!</p><h2>Pedidos</h2><ul>{Html.Each(orders, order => order)}</ul>");
    }

    private static async Task<Html> AdminAsync(Visit visit)
    {
        var stock = await visit.Database.QueryAsync(
            "select categoria, count(*) as produtos, sum(estoque) as estoque from produtos where ativo group by categoria order by categoria",
            row => Html.Of($"<tr><td>{row.GetString(0)}</td><td>{row.GetInt64(1)}</td><td>{row.GetInt64(2)}</td></tr>"), visit.Token);
        return Html.Of($"""
            <h1>Administração</h1>
            <table><thead><tr><th>Categoria</th><th>Produtos</th><th>Estoque</th></tr></thead><tbody>{Html.Each(stock, row => row)}</tbody></table>
            """);
    }

    private static Task<Html> ContactAsync(Visit visit) => Task.FromResult(Html.Of($"""
        <h1>Contato</h1>
        <form id="contato-form" method="POST" action="/contato">
          <input type="hidden" name="acao" value="enviar">
          <label>Nome <input type="text" name="nome" required minlength="2" maxlength="60"></label>
          <label>E-mail <input type="email" name="email" required></label>
          <label>CPF <input type="text" name="cpf" required placeholder="000.000.000-00"></label>
          <label>Telefone <input type="tel" name="telefone" required placeholder="(11) 98765-4321"></label>
          <label>CEP <input type="text" name="cep" required placeholder="00000-000"></label>
          <label>Assunto <select name="assunto" required>{Html.Options(Subjects)}</select></label>
          <label>Mensagem <textarea name="mensagem" required minlength="10" maxlength="1000"></textarea></label>
          <button type="submit" name="destino" value="loja">Enviar para a loja</button>
          <button type="submit" name="destino" value="sac">Enviar para o SAC</button>
        </form>
        """));

    private static Task<Html> CartAsync(Visit visit)
    {
        visit.Session = visit.Session with { CartVisits = (visit.Session.CartVisits % 1000) + 1 };
        var updated = visit.Form.TryGetValue("sku", out var sku)
            ? Html.Of($"<p>Item {sku} atualizado para {visit.Form.GetValueOrDefault("quantidade")}.</p>")
            : Html.None;
        return Task.FromResult(Html.Of($"""
            <h1>Carrinho</h1>
            {updated}
            <p>Visitas a este carrinho: {visit.Session.CartVisits}. Total: {(visit.Faults.Has(Fault.UnresolvedBinding) ? "{ERROR: total}" : Html.Money(0))}</p>
            <form id="item-form" method="POST" action="/carrinho">
              <label>Código <input type="text" name="sku" required value="LIV-0001"></label>
              <label>Quantidade <input type="number" name="quantidade" required min="1" max="10" value="1"></label>
              <button type="submit">Atualizar</button>
            </form>
            """));
    }

    private static Task<Html> FavouritesAsync(Visit visit) => Task.FromResult(Html.Of($"""
        <h1>Favoritos</h1>
        <ul><li>Dom Casmurro</li><li>Rede de dormir</li></ul>
        <form id="favorito-form" method="POST" action="/favoritos">
          <input type="hidden" name="sku" value="CAS-0003">
          <button type="submit">Remover rede de dormir</button>
        </form>
        """));

    // A Quantum server matches patterns at the start of the value only.
    [GeneratedRegex(@"\A[A-Z]{3}-[0-9]{4}", RegexOptions.NonBacktracking)]
    private static partial Regex SkuPattern();

    [GeneratedRegex(@"\A[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]{2}", RegexOptions.NonBacktracking)]
    private static partial Regex CpfPattern();

    [GeneratedRegex(@"\A\([0-9]{2}\) [0-9]{4,5}-[0-9]{4}", RegexOptions.NonBacktracking)]
    private static partial Regex PhonePattern();

    [GeneratedRegex(@"\A[0-9]{5}-[0-9]{3}", RegexOptions.NonBacktracking)]
    private static partial Regex CepPattern();
}
