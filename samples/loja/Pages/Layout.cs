namespace Loja.Pages;

/// <summary>The frame around every page: <c>shared/layout.q</c>, <c>shared/header.q</c> and <c>shared/footer.q</c>.</summary>
internal static class Layout
{
    public static readonly Html Header = Html.Of($"""
        <header><nav><a href="/">Loja</a><a href="/produtos">Produtos</a><a href="/ofertas">Ofertas</a><a href="/busca">Busca</a>
        <a href="/carrinho">Carrinho</a><a href="/contato">Contato</a><a href="/conta">Minha conta</a></nav></header>
        """);

    public static readonly Html Footer = Html.Of($"<footer><p>Loja de exemplo. Nada aqui está à venda.</p></footer>");

    public static string Page(string title, Html body, Session session) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="pt-BR">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>{title}</title><link rel="stylesheet" href="/static/loja.css"></head>
        <body>
        {Header}
        {Flash(session)}
        <main>
        {body}
        </main>
        {Footer}
        </body>
        </html>
        """).Text;

    public static Html Flash(Session session) =>
        session.Flash is null ? Html.None : Html.Of($"<p class=\"flash flash-{session.FlashType}\" role=\"alert\">{session.Flash}</p>");
}
