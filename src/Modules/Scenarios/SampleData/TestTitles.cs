namespace Alicerce.Modules.Scenarios.SampleData;

/// <summary>
/// Titles of sample data: the ten templates and their values to the letter (S000-GEN-02, -03). Ten templates of four values give only forty titles (T000-21), so
/// after the first forty a value is told in more detail with values of the other lists: "cliente, via mobile, com PIX".
/// </summary>
internal sealed class TestTitles(int seed)
{
    private sealed record Details(string Name, string Before, string[] Values);

    private static readonly Details s_method = new("method", "com login por ", ["email", "Google", "Facebook", "Apple ID"]);
    private static readonly Details s_platform = new("platform", "via ", ["mobile", "web", "tablet", "desktop"]);
    private static readonly Details s_userType = new("user_type", "para ", ["cliente", "admin", "convidado", "vip"]);
    private static readonly Details s_product = new("product", "de ", ["produto", "serviço", "assinatura", "curso"]);
    private static readonly Details s_payment = new("payment_method", "com ", ["cartão", "PIX", "boleto", "paypal"]);
    private static readonly Details s_endpoint = new("endpoint", "chamando ", ["/login", "/users", "/products", "/orders"]);
    private static readonly Details s_field = new("field", "com campo ", ["nome", "email", "CPF", "telefone"]);
    private static readonly Details[] s_all = [s_method, s_platform, s_userType, s_product, s_payment, s_endpoint, s_field];

    private static readonly (string Template, Details Placeholder)[] s_templates =
    [
        ("Teste de login com {0}", s_method),
        ("Cadastro de usuário via {0}", s_platform),
        ("Recuperação de senha para {0}", s_userType),
        ("Busca de {0} na plataforma", s_product),
        ("Atualização de perfil do {0}", s_userType),
        ("Pagamento com {0}", s_payment),
        ("Adicionar {0} ao carrinho", s_product),
        ("Fluxo de checkout para {0}", s_userType),
        ("Teste de API {0}", s_endpoint),
        ("Validação de {0} no formulário", s_field),
    ];

    private readonly Random _random = new(seed);
    private int _made;

    public string Next()
    {
        var plain = s_templates.Length * s_method.Values.Length;
        if (_made < plain)
        {
            var (template, placeholder) = s_templates[_made % s_templates.Length];
            return Fill(template, placeholder.Values[_made++ / s_templates.Length]);
        }

        _made++;
        var (chosen, value) = s_templates[_random.Next(s_templates.Length)];
        return Fill(chosen, InDetail(value));
    }

    private string InDetail(Details placeholder)
    {
        var others = s_all.Where(details => details != placeholder).ToArray();
        _random.Shuffle(others);
        var told = others.Take(_random.Next(1, 5)).Select(details => details.Before + Pick(details));
        return string.Join(", ", told.Prepend(Pick(placeholder)));
    }

    private string Pick(Details details) => details.Values[_random.Next(details.Values.Length)];

    private static string Fill(string template, string value) => template.Replace("{0}", value, StringComparison.Ordinal);
}
