using Alicerce.Vectors.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Alicerce.Vectors.Tests.Text;

public class StemTests
{
    [Theory]
    [InlineData("cadastrar cadastro cadastros cadastrado cadastrando cadastrou cadastrei cadastramento cadastram cadastramos")]
    [InlineData("recuperar recuperacao recuperacoes recuperado recupera")]
    [InlineData("pagar pagamento pagamentos pago paguei pagando pagou")]
    [InlineData("excluir exclusao exclusoes excluido excluindo excluiu")]
    [InlineData("mensagem mensagens")]
    [InlineData("cartao cartoes")]
    [InlineData("celular celulares")]
    [InlineData("responsavel responsaveis")]
    [InlineData("lento lentidao lentamente lentos")]
    [InlineData("busca buscar busquei buscando")]
    [InlineData("validar validacao valido validate validated validating validation validations")]
    [InlineData("delete deletes deleted deleting deletar deletado")]
    [InlineData("create created creates creating creation")]
    [InlineData("filter filters filtered filtering")]
    [InlineData("payment payments pay pays paying")]
    [InlineData("cancel cancelar cancelled cancellation cancelamento")]
    [InlineData("category categories")]
    [InlineData("access acesso acessar acessando")]
    [InlineData("authentication authenticate autenticacao autenticar")]
    [InlineData("client cliente clientes clients")]
    [InlineData("token tokens")]
    [InlineData("cupom cupons")]
    public void Forms_of_one_word_share_a_stem(string forms) => forms.Split(' ').Select(Stem.Of).Distinct().ShouldHaveSingleItem();

    [Theory]
    [InlineData("carta", "cartao")]
    [InlineData("conta", "contato")]
    [InlineData("form", "format")]
    [InlineData("senha", "sensor")]
    [InlineData("carrinho", "carro")]
    [InlineData("speed", "spam")]
    public void Different_words_do_not(string one, string other) => Stem.Of(one).ShouldNotBe(Stem.Of(other));

    [Theory]
    [InlineData("pix")]
    [InlineData("2fa")]
    [InlineData("12345678900")]
    [InlineData("status")]
    public void Short_words_numbers_and_what_only_looks_like_a_plural_stay(string word) => Stem.Of(word).ShouldBe(word);

    [Fact]
    public void A_stem_is_never_empty_and_never_longer_than_the_word() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>(), text =>
        {
            var word = new string([.. FoldedText.Of(text.Get).Where(char.IsLetterOrDigit)]);
            if (word.Length == 0) return true;
            var stem = Stem.Of(word);
            return stem.Length > 0 && stem.Length <= word.Length;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("de", true)]
    [InlineData("with", true)]
    [InlineData("nao", false)]
    [InlineData("login", false)]
    public void Stop_words_of_both_languages_are_known(string word, bool stops) => StopWords.Contain(word).ShouldBe(stops);
}
