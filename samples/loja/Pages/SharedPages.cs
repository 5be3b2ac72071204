namespace Loja.Pages;

/// <summary>Files that are no pages of their own and that a Quantum server serves all the same.</summary>
internal static class SharedPages
{
    public static IEnumerable<Page> All =>
    [
        new("shared/header", "Cabeçalho", _ => Task.FromResult(Layout.Header)),
        new("shared/footer", "Rodapé", _ => Task.FromResult(Layout.Footer)),
        new("shared/layout", "Loja", _ => Task.FromResult(Html.Of($"<p>Moldura das páginas.</p>"))),
        new("servicos/frete", "Frete", _ => Task.FromResult(Html.None)),
        new("jobs/relatorio", "Relatório", _ => Task.FromResult(Html.None)),
    ];
}
