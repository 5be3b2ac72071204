using Alicerce.Vectors.Text;

namespace Alicerce.Vectors.Tests.Text;

public class WordSplitterTests
{
    [Theory]
    [InlineData("teste de login com e-mail", "teste de login com email")]
    [InlineData("cpf 123.456.789-00 invalido", "cpf 12345678900 invalido")]
    [InlineData("get /users/{id}?active=1", "get users id active 1")]
    [InlineData("login 2fa por sms", "login 2fa por sms")]
    [InlineData("sign-up, log-in & check-out", "signup login checkout")]
    [InlineData("cadastrar-se e logar-se", "cadastrar e logar")]
    [InlineData("user's cart can't load", "user cart cant load")]
    [InlineData("r$ 1.234,56", "r 123456")]
    [InlineData("guarda-chuva pos-venda", "guarda chuva pos venda")]
    [InlineData("snake_case e joao@example.com", "snake case e joao example com")]
    [InlineData("...", "")]
    [InlineData("", "")]
    [InlineData("fim-", "fim")]
    public void What_is_written_in_several_ways_is_one_word(string folded, string words) => string.Join(' ', Split(folded)).ShouldBe(words);

    [Fact]
    public void What_does_not_fit_is_left_out()
    {
        var letters = new char[8];
        var words = new WordSpan[5];
        WordSplitter.Split("one two three four", letters, words).ShouldBe(2);
        WordSplitter.Split("one two three four", new char[40], words.AsSpan(0, 1)).ShouldBe(1);
    }

    private static IEnumerable<string> Split(string folded)
    {
        var letters = new char[folded.Length];
        var words = new WordSpan[folded.Length];
        var count = WordSplitter.Split(folded, letters, words);
        return words.Take(count).Select(word => new string(letters, word.Start, word.Length)).ToArray();
    }
}
