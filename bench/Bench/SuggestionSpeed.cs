using System.Diagnostics;
using Alicerce.Vectors.Embedding.BuiltIn;
using Alicerce.Vectors.Indexes.Words;

namespace Alicerce.Bench;

/// <summary>What an embedding and a search by words cost on one core: the median of rounds, over generated titles that mix templates, and queries of six words that miss letters.</summary>
internal static class SuggestionSpeed
{
    private const int Titles = 10_000;
    private const int ManyTitles = 100_000;
    private const int Queries = 2_000;
    private const int Rounds = 9;
    private const int MostHits = 50;

    private static readonly string[] Whats = "Teste,Validação,Fluxo,Verificar,Consulta,Envio,Cadastro,Alteração,Exclusão,Listagem,Exportação,Recuperação".Split(',');
    private static readonly string[] Things = "login,senha,pagamento,boleto,PIX,carrinho,produto,usuário,perfil,pedido,fatura,extrato,exame,agenda,token,sessão,cupom,frete,estorno,saldo,cartão,CPF,email,telefone,endereço,vacina".Split(',');
    private static readonly string[] Hows = "inválido,expirado,duplicado,bloqueado,vazio,correto,pendente,cancelado,em lote,com desconto,sem internet,com lentidão".Split(',');
    private static readonly string[] Whos = "cliente,admin,convidado,vip,médico,paciente,vendedor,gerente,visitante,atendente".Split(',');

    public static void Report()
    {
        var random = new Random(17);
        var titles = new HashSet<string>();
        while (titles.Count < Titles) titles.Add($"{Pick(Whats)} de {Pick(Things)} {Pick(Hows)} para {Pick(Whos)} com {Pick(Things)}");
        string[] all = [.. titles];
        var queries = Enumerable.Range(0, Queries).Select(_ => Mistype($"{Pick(Whats)} {Pick(Things)} {Pick(Hows)} do {Pick(Whos)} {Pick(Things)}")).ToArray();
        var vector = new float[BuiltInEmbeddingGenerator.Dimensions];
        using var plain = Index(all, withMeaning: false, Titles);
        using var meanings = Index(all, withMeaning: true, Titles);
        var watch = Stopwatch.StartNew();
        using var many = Index(all, withMeaning: true, ManyTitles);
        var build = watch.Elapsed.TotalSeconds;
        Console.WriteLine();
        Console.WriteLine($"| {Titles} titles, one core | median µs | fastest round µs |");
        Console.WriteLine("| --- | --- | --- |");
        Row("embedding of six words", query => BuiltInEmbeddingGenerator.Embed(query, vector));
        Row($"search by words, {MostHits} hits", query => plain.Search(query, MostHits));
        Row($"search by words and meanings, {MostHits} hits", query => meanings.Search(query, MostHits));
        Console.WriteLine();
        Console.WriteLine($"{ManyTitles} titles with meanings indexed by words in {build:F2} s");

        string Pick(string[] from) => from[random.Next(from.Length)];

        string Mistype(string text) => random.Next(2) == 0 ? text : text.Remove(1 + random.Next(text.Length - 2), 1);

        void Row(string name, Action<string> act)
        {
            var times = Enumerable.Range(0, Rounds).Select(_ => Round(queries, act)).Order().ToArray();
            Console.WriteLine($"| {name} | {times[Rounds / 2]:F1} | {times[0]:F1} |");
        }
    }

    private static double Round(string[] queries, Action<string> act)
    {
        var watch = Stopwatch.StartNew();
        foreach (var query in queries) act(query);
        return watch.Elapsed.TotalMicroseconds / queries.Length;
    }

    private static WordsIndex Index(string[] titles, bool withMeaning, int count)
    {
        var index = new WordsIndex(withMeaning);
        for (var i = 0; i < count; i++) index.Upsert(i, i < titles.Length ? titles[i] : $"{titles[i % titles.Length]} {i}");
        return index;
    }
}
