namespace Alicerce.Bench;

/// <summary>What people might type who look for one of the titles: pieces of it, other words for it, slips of the finger. No text comes twice.</summary>
internal sealed class SuggestQueries(IReadOnlyList<string> titles, int seed)
{
    private static readonly Dictionary<string, string[]> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["teste"] = ["verificar", "checar", "caso de"],
        ["login"] = ["entrar", "acesso", "autenticação", "logar"],
        ["cadastro"] = ["registro", "criar conta", "inscrição"],
        ["usuário"] = ["pessoa", "user", "conta"],
        ["recuperação"] = ["esqueci", "redefinir", "reset"],
        ["senha"] = ["password", "palavra-passe", "credencial"],
        ["busca"] = ["pesquisa", "procurar", "encontrar"],
        ["atualização"] = ["editar", "alterar", "mudança"],
        ["perfil"] = ["dados pessoais", "cadastro"],
        ["pagamento"] = ["pagar", "cobrança", "quitar"],
        ["cartão"] = ["crédito", "visa"],
        ["adicionar"] = ["colocar", "incluir", "pôr"],
        ["carrinho"] = ["cesta", "sacola"],
        ["checkout"] = ["finalizar compra", "fechar pedido"],
        ["validação"] = ["conferir", "validar", "regra de"],
        ["telefone"] = ["celular", "fone"],
        ["cliente"] = ["comprador", "consumidor"],
        ["desconto"] = ["cupom", "promoção"],
        ["mobile"] = ["celular", "aplicativo", "app"],
    };

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    public List<string> Take(int count)
    {
        var taken = new List<string>(count);
        while (taken.Count < count)
        {
            var query = Next();
            if (query.Length > 2 && _given.Add(query)) taken.Add(query);
        }

        return taken;
    }

    private string Next()
    {
        var words = titles[_random.Next(titles.Count)].ToLowerInvariant().Split(' ').ToList();
        var kind = _random.Next(4);
        if (kind != 3) words = Fragment(words);
        if (kind != 0) words = words.ConvertAll(Synonym);
        if (kind is 1 or 3) Misspell(words);
        if (_random.Next(3) == 0) words[^1] = words[^1][..Math.Max(1, words[^1].Length - _random.Next(4))]; // still typing
        return string.Join(' ', words);
    }

    private List<string> Fragment(List<string> words)
    {
        var length = Math.Min(words.Count, _random.Next(2, 7));
        return words.GetRange(_random.Next(words.Count - length + 1), length);
    }

    private string Synonym(string word) =>
        _random.Next(2) == 0 && Synonyms.TryGetValue(word, out var others) ? others[_random.Next(others.Length)] : word;

    private void Misspell(List<string> words)
    {
        var at = _random.Next(words.Count);
        var word = words[at];
        if (word.Length < 4) return;
        var letter = _random.Next(1, word.Length - 1);
        words[at] = _random.Next(3) switch
        {
            0 => word.Remove(letter, 1),
            1 => word.Insert(letter, word[letter].ToString()),
            _ => $"{word[..letter]}{word[letter + 1]}{word[letter]}{word[(letter + 2)..]}",
        };
    }
}
