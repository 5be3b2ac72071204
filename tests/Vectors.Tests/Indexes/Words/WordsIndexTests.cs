using Alicerce.Vectors.Indexes.Words;

namespace Alicerce.Vectors.Tests.Indexes.Words;

public sealed class WordsIndexTests : IDisposable
{
    private readonly WordsIndex index = new(withMeaning: false);

    public WordsIndexTests()
    {
        index.Upsert(1, "Teste de login com email");
        index.Upsert(2, "Recuperação de senha para cliente");
        index.Upsert(3, "Pagamento com cartão");
        index.Upsert(4, "Busca de produto na plataforma");
        index.Upsert(5, "Password recovery by email");
    }

    public void Dispose() => index.Dispose();

    [Theory]
    [InlineData("RECUPERACAO", 2)]
    [InlineData("recuperar senhas", 2)]
    [InlineData("e-mail login", 1)]
    [InlineData("pagando com o cartao", 3)]
    [InlineData("passwords", 5)]
    public void Forms_accents_and_case_make_no_difference(string query, int first) => index.Search(query, 3)[0].Id.ShouldBe(first);

    [Theory]
    [InlineData("pagmaento", 3)]
    [InlineData("recuperaçao de snha", 2)]
    [InlineData("recup", 2)]
    [InlineData("prod", 4)]
    [InlineData("passwrod", 5)]
    public void Typing_errors_and_fragments_are_found_by_trigrams(string query, int first) => index.Search(query, 3)[0].Id.ShouldBe(first);

    [Fact]
    public void Meanings_are_found_unless_told_otherwise()
    {
        index.Search("entrar", 5).ShouldBeEmpty();
        using var meanings = new WordsIndex();
        meanings.Upsert(1, "Teste de login com email");
        meanings.Upsert(2, "Pagamento com cartão");
        meanings.Search("entrar", 5).Select(hit => hit.Id).ShouldBe([1]);
        meanings.Remove(1).ShouldBeTrue();
        meanings.Search("entrar", 5).ShouldBeEmpty();
    }

    [Fact]
    public void Texts_asked_for_besides_the_best_come_behind_them()
    {
        var hits = index.Search("email de login", 1, also: [5, 3, 99]);
        hits.Select(hit => hit.Id).ShouldBe([1, 5]);
        hits[1].Coverage.ShouldBeInRange(0.1f, 0.9f);
    }

    [Theory]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("xylophone")]
    [InlineData("2024")]
    public void What_shares_nothing_finds_nothing(string query) => index.Search(query, 5).ShouldBeEmpty();

    [Fact]
    public void Hits_come_best_first_at_most_k_and_equal_ones_by_id()
    {
        index.Upsert(9, "Login");
        index.Upsert(8, "Login");
        index.Search("login", 2).Select(hit => hit.Id).ShouldBe([8, 9]);
        var hits = index.Search("login email", 10);
        hits.Select(hit => hit.Score).ShouldBeInOrder(SortDirection.Descending);
        hits.Count.ShouldBe(4);
    }

    [Fact]
    public void A_rare_word_weighs_more_than_a_common_one()
    {
        for (var id = 100; id < 120; id++) index.Upsert(id, $"Teste de login {id}");
        index.Upsert(200, "Boleto vencido na fatura");
        index.Search("login boleto", 1)[0].Id.ShouldBe(200);
    }

    [Fact]
    public void A_text_that_is_put_again_is_found_by_its_new_words_only()
    {
        index.Upsert(1, "Estorno de compra");
        index.Search("estorno", 5).Select(hit => hit.Id).ShouldBe([1]);
        index.Search("login", 5).ShouldBeEmpty();
        index.Count.ShouldBe(5);
    }

    [Fact]
    public void A_removed_text_is_found_no_more_and_its_place_serves_the_next()
    {
        index.Remove(1).ShouldBeTrue();
        index.Remove(1).ShouldBeFalse();
        index.Search("login", 5).ShouldBeEmpty();
        index.Upsert(7, "Logout de sessão");
        index.Search("logout sessao", 5).Select(hit => hit.Id).ShouldBe([7]);
        index.Count.ShouldBe(5);
    }

    [Fact]
    public void The_filter_is_asked_once_for_each_text_and_only_for_texts_that_share_a_word()
    {
        List<int> asked = [];
        var hits = index.Search("email de login", 5, id =>
        {
            asked.Add(id);
            return id != 1;
        });
        hits.Select(hit => hit.Id).ShouldBe([5]);
        asked.Order().ShouldBe([1, 5]);
        index.Search("email de login", 5).Count.ShouldBe(2);
    }

    [Fact]
    public void Coverage_is_the_part_of_the_query_that_was_found()
    {
        index.Search("login email", 1)[0].Coverage.ShouldBeGreaterThan(0.7f);
        index.Search("login xylophone quartz", 1)[0].Coverage.ShouldBeLessThan(0.5f);
    }

    [Fact]
    public void A_text_longer_than_every_buffer_is_taken_by_its_first_words()
    {
        index.Upsert(50, "inicio " + string.Concat(Enumerable.Repeat("palavra ", 5000)) + "final");
        index.Search("inicio", 5).Select(hit => hit.Id).ShouldBe([50]);
        index.Search("final", 5).ShouldBeEmpty();
    }

    [Fact]
    public void K_of_zero_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => index.Search("login", 0));

    [Fact]
    public void A_filter_that_throws_leaves_nothing_behind()
    {
        Should.Throw<TimeoutException>(() => index.Search("email de login", 5, id => id == 5 ? throw new TimeoutException() : true));
        index.Search("senha", 5).Select(hit => hit.Id).ShouldBe([2]);
        index.Search("email de login", 5).Select(hit => hit.Id).ShouldBe([1, 5]);
    }

    [Fact]
    public async Task Searches_while_writing_see_each_text_whole()
    {
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++) index.Upsert(1000 + i % 50, i % 2 == 0 ? "alfa beta" : "gama delta");
        }, TestContext.Current.CancellationToken);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 3000; i++)
            {
                foreach (var hit in index.Search("alfa beta", 100))
                    hit.Coverage.ShouldBeGreaterThan(0.8f);
            }
        })));
        await stop.CancelAsync();
        await writing;
        index.Search("login", 5)[0].Id.ShouldBe(1);
    }
}
