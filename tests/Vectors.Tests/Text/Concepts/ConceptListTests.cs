using Alicerce.Vectors.Text;
using Alicerce.Vectors.Text.Concepts;

namespace Alicerce.Vectors.Tests.Text.Concepts;

public class ConceptListTests
{
    private static readonly ConceptList List = ConceptList.Parse(
        """
        # a comment
        payment = pagamento, pay
          , quitar
        pix < payment = pix, transferência instantânea
        test *0.25 = teste, test case
        recovery = esqueci senha, forgot password
        password = senha, password
        sign-in = sign in
        password = palavra-passe
        """);

    [Theory]
    [InlineData("Pagamentos", "payment 1")]
    [InlineData("quitando", "payment 1")]
    [InlineData("PIX", "pix 1, payment 0.6")]
    [InlineData("instantânea é a transferência", "pix 1, payment 0.6")]
    [InlineData("teste", "test 0.25")]
    [InlineData("case", "")]
    [InlineData("esqueci a minha senha", "recovery 1, password 0.4")]
    [InlineData("senha que eu esqueci", "recovery 1, password 0.4")]
    [InlineData("please sign in here", "sign-in 1")]
    [InlineData("in the sign", "")]
    [InlineData("pagmento", "payment 0.8")]
    [InlineData("palavra passe", "password 1")]
    [InlineData("pasword", "password 1")]
    [InlineData("esqueci o dia em que um outro usuario do site foi embora sem a senha", "password 1")]
    [InlineData("de para com", "")]
    [InlineData("", "")]
    public void A_text_means_the_concepts_of_its_words_and_phrases(string text, string meant) => Meaning(List, text).ShouldBe(meant);

    [Fact]
    public void A_line_without_words_is_refused_by_name() => Should.Throw<FormatException>(() => ConceptList.Parse("lonely")).Message.ShouldContain("lonely");

    [Fact]
    public void The_list_of_the_house_is_broad()
    {
        var lines = ConceptFile.ReadBuiltIn();
        lines.Count.ShouldBeGreaterThan(300);
        lines.SelectMany(line => line.Phrases).Select(FoldedText.Of).Distinct().Count().ShouldBeGreaterThan(5000);
    }

    [Fact]
    public void Every_line_of_the_list_of_the_house_says_something()
    {
        var names = ConceptFile.ReadBuiltIn().Select(line => line.Name).ToHashSet();
        foreach (var line in ConceptFile.ReadBuiltIn())
        {
            line.Broader.ShouldAllBe(name => names.Contains(name) && name != line.Name);
            line.Weight.ShouldBeInRange(0.1f, 1.5f);
            line.Phrases.ShouldAllBe(phrase => FoldedText.Of(phrase).Any(char.IsLetterOrDigit));
        }
    }

    [Fact]
    public void A_concept_is_never_broader_than_itself_over_others()
    {
        var all = ConceptList.BuiltIn.All;
        foreach (var concept in all) IsReached(concept.Number, concept.Broader).ShouldBeFalse(concept.Name);

        bool IsReached(int number, int[] broader) => broader.Any(other => other == number || IsReached(number, all[other].Broader));
    }

    private static string Meaning(ConceptList list, string text)
    {
        var words = new TextWords();
        words.Read(text);
        var meaning = new TextMeaning();
        meaning.Read(words, list);
        return string.Join(", ", meaning.Concepts.ToArray().OrderByDescending(meant => meant.Strength).Select(meant => $"{list.All[meant.Concept].Name} {Math.Round(meant.Strength, 3)}"));
    }
}
