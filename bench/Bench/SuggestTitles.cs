namespace Alicerce.Bench;

/// <summary>Distinct Portuguese test titles: the ten templates of source 000 with combined placeholders; the same seed makes the same titles.</summary>
internal static class SuggestTitles
{
    private static readonly string[] Methods = ["email", "Google", "Facebook", "Apple ID", "código por SMS", "certificado digital", "biometria"];
    private static readonly string[] Platforms = ["mobile", "web", "tablet", "desktop", "quiosque", "API pública"];
    private static readonly string[] Users = ["cliente", "admin", "convidado", "vip", "gerente", "médico", "vendedor"];
    private static readonly string[] Products = ["produto", "serviço", "assinatura", "curso", "plano de saúde", "vale-presente"];
    private static readonly string[] Payments = ["cartão", "PIX", "boleto", "paypal", "saldo da conta", "débito automático"];
    private static readonly string[] Endpoints = ["/login", "/users", "/products", "/orders", "/payments", "/appointments"];
    private static readonly string[] Fields = ["nome", "email", "CPF", "telefone", "CEP", "data de nascimento", "senha"];

    private static readonly Func<Random, string>[] Templates =
    [
        random => $"Teste de login com {Combined(random, Methods)}",
        random => $"Cadastro de usuário via {Combined(random, Platforms)}",
        random => $"Recuperação de senha para {Combined(random, Users)}",
        random => $"Busca de {Combined(random, Products)} na plataforma",
        random => $"Atualização de perfil do {Combined(random, Users)}",
        random => $"Pagamento com {Combined(random, Payments)}",
        random => $"Adicionar {Combined(random, Products)} ao carrinho",
        random => $"Fluxo de checkout para {Combined(random, Users)}",
        random => $"Teste de API {One(random, Endpoints)}",
        random => $"Validação de {Combined(random, Fields)} no formulário",
    ];

    private static readonly string[] Circumstances =
    [
        "com a sessão expirada", "após três tentativas", "sem conexão com a internet", "em português e inglês", "com dados inválidos", "com caracteres acentuados",
        "durante a manutenção", "com a conta bloqueada", "no horário de pico", "com desconto aplicado", "depois de trocar de aparelho", "com dois fatores", "no primeiro acesso",
        "com o limite excedido", "quando o serviço externo falha", "usando leitor de tela", "com permissão negada", "em segundo plano", "com valor zerado", "após cancelamento",
    ];

    public static List<string> Make(int count, int seed)
    {
        var random = new Random(seed);
        var titles = new HashSet<string>(StringComparer.Ordinal);
        while (titles.Count < count)
        {
            var title = One(random, Templates)(random);
            if (random.Next(10) > 0) title += $" {One(random, Circumstances)}";
            if (random.Next(3) == 0) title += $" no {One(random, Platforms)}";
            titles.Add(title);
        }

        return [.. titles];
    }

    private static string Combined(Random random, string[] values)
    {
        var (first, second) = (One(random, values), One(random, values));
        return random.Next(2) == 0 || first == second ? first : $"{first} e {second}";
    }

    private static T One<T>(Random random, T[] values) => values[random.Next(values.Length)];
}
