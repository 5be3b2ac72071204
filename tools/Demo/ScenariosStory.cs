namespace Alicerce.Demo;

/// <summary>What is tested already, found in other words than it was written in: source 000's templates as a catalogue, and people who ask for them.</summary>
internal sealed class ScenariosStory(AlicerceServer server, Action<string> say)
{
    private static readonly (string What, string Query, string Title)[] s_asked =
    [
        ("in other words", "esqueci minha senha", "Recuperação de senha"),
        ("in everyday speech", "botar na sacola", "Adicionar"),
        ("mistyped", "pagamneto com pixx", "Pagamento com PIX"),
        ("without accents", "validacao do cpf", "Validação de CPF"),
        ("in English", "sign in with google", "Teste de login com Google"),
    ];

    /// <returns>What went otherwise than it should.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken ct)
    {
        List<string> problems = [];
        await RequireAsync(["scenario", "generate", "--count", "40", "--seed", "1", "--project", "loja"], ct);
        foreach (var (what, query, title) in s_asked)
        {
            say($"{what}: alicerce scenario suggest '{query}'");
            await server.CliAsync(["scenario", "suggest", query, "-k", "2", "--project", "loja"], ct);
            var found = (await server.GetAsync($"/api/v1/suggest?k=1&query={Uri.EscapeDataString(query)}", ct)).GetProperty("results");
            if (found.GetArrayLength() == 0 || !found[0].GetProperty("title").GetString()!.StartsWith(title, StringComparison.Ordinal)) problems.Add($"'{query}' did not find '{title}'");
        }

        say("whoever writes the same again is told, and may do it all the same");
        await RequireAsync(["scenario", "add", "Teste de pagamento com pix", "--project", "loja"], ct);
        return problems;
    }

    private async Task RequireAsync(string[] arguments, CancellationToken ct)
    {
        say($"alicerce {string.Join(' ', arguments)}");
        var exit = await server.CliAsync(arguments, ct);
        if (exit != 0) throw new InvalidOperationException($"'alicerce {string.Join(' ', arguments)}' ended with {exit}");
    }
}
