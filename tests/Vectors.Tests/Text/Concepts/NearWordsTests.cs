using Alicerce.Vectors.Text.Concepts;
using FsCheck;
using FsCheck.Fluent;

namespace Alicerce.Vectors.Tests.Text.Concepts;

public class NearWordsTests
{
    private static readonly NearWords Words = new(["pagamento", "senha", "login", "logout", "transferencia", "boleto", "pix"]);

    [Theory]
    [InlineData("senah", "senha")]
    [InlineData("snha", "senha")]
    [InlineData("logni", "login")]
    [InlineData("bolleto", "boleto")]
    [InlineData("voleto", "boleto")]
    [InlineData("pagmaneto", "pagamento")]
    [InlineData("trasferensia", "transferencia")]
    public void A_mistyped_word_is_taken_for_the_nearest_known_one(string typed, string meant) => Words.Find(typed).ShouldBe(meant);

    [Theory]
    [InlineData("sanho")]
    [InlineData("carro")]
    [InlineData("pi")]
    [InlineData("pxi")]
    [InlineData("senh4")]
    [InlineData("pneumoultramicroscopicossilicovulcanoconiotico")]
    public void A_short_word_two_edits_away_a_number_and_a_stranger_are_nobody(string typed) => Words.Find(typed).ShouldBeNull();

    [Theory]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("abc", "ab", 1)]
    [InlineData("abc", "abcd", 1)]
    [InlineData("abc", "xbc", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_counts_missing_added_wrong_and_swapped_letters(string one, string other, int distance) => EditDistance.Of(one, other).ShouldBe(distance);

    [Fact]
    public void Distance_is_the_same_both_ways() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(), (one, other) => EditDistance.Of(one.Get, other.Get) == EditDistance.Of(other.Get, one.Get)).QuickCheckThrowOnFailure();
}
