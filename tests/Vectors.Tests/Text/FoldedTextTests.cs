using Alicerce.Vectors.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Alicerce.Vectors.Tests.Text;

public class FoldedTextTests
{
    [Theory]
    [InlineData("  Recuperação  de\tSENHA \n", "recuperacao de senha")]
    [InlineData("Validação de CPF", "validacao de cpf")]
    [InlineData("ＡＢＣ１", "abc1")]
    [InlineData("zero\u200Bwidth", "zerowidth")]
    [InlineData("Łódź Ễ ñandú", "lodz e nandu")]
    [InlineData("already plain text", "already plain text")]
    [InlineData("", "")]
    [InlineData(" \t ", "")]
    public void Case_accents_forms_and_white_space_make_no_difference(string text, string folded) => FoldedText.Of(text).ShouldBe(folded);

    [Fact]
    public void Composed_and_decomposed_text_folds_to_the_same() =>
        FoldedText.Of("ac\u0327a\u0303o").ShouldBe(FoldedText.Of("a\u00E7\u00E3o"));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced_not_refused() => FoldedText.Of("caf\uD83Dé").ShouldBe("caf\uFFFDe");

    [Fact]
    public void Folding_what_is_folded_changes_nothing() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text => FoldedText.Of(FoldedText.Of(text)) == FoldedText.Of(text)).QuickCheckThrowOnFailure();
}
