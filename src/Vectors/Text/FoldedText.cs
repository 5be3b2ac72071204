using System.Globalization;
using System.Text;

namespace Alicerce.Vectors.Text;

/// <summary>Text as it is compared: lower case, without accents, full-width forms made plain, white space as single blanks.</summary>
public static class FoldedText
{
    private const char FirstAccented = '\u00C0';
    private const char FirstAdditional = '\u1E00';

    // The framework's own decomposition needs ICU, which the house runs without (InvariantGlobalization).
    private const string Accented =
        "aaaaaaæceeeeiiiidnooooo×ouuuuyþßaaaaaaæceeeeiiiidnooooo÷ouuuuyþyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkĸllllllŀ" +
        "ŀllnnnnnnŉŋŋooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsƀɓƃƃƅƅɔƈƈɖɗƌƌƍǝəɛƒƒɠɣƕɩɨƙƙƚƛɯɲƞɵooƣƣƥƥʀƨƨʃƪƫƭƭʈuuʊʋƴƴƶƶʒƹƹƺƻƽƽƾƿ" +
        "ǀǁǂǃǆǆǆǉǉǉǌǌǌaaiioouuuuuuuuuuǝaaaaææǥǥggkkooooʒʒjǳǳǳggƕƿnnaaææøøaaaaeeeeiiiioooorrrruuuussttȝȝhhƞȡȣȣȥȥaaeeooooooooyyȴȵȶȷȸȹⱥȼȼƚⱦȿ" +
        "ɀɂɂƀʉʌɇɇɉɉɋɋɍɍɏɏ";

    private const string Additional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
        "wwwwwwwwwwxxxxyyzzzzzzhtwyẚſẜẝßẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ";

    /// <summary>"  Recuperação  de SENHA " becomes "recuperacao de senha". Composed and decomposed forms fold to the same letters.</summary>
    public static string Of(string text)
    {
        if (IsFolded(text)) return text;
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
            }
            else if (!rune.IsBmp) folded.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (!IsMark(rune)) folded.Append(Plain((char)rune.Value));
        }
        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        return folded.ToString();
    }

    private static char Plain(char letter) => letter switch
    {
        < FirstAccented => char.ToLowerInvariant(letter),
        _ when letter - FirstAccented < Accented.Length => Accented[letter - FirstAccented],
        >= FirstAdditional when letter - FirstAdditional < Additional.Length => Additional[letter - FirstAdditional],
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(letter - '\uFF01' + '!')),
        _ => char.ToLowerInvariant(letter),
    };

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static bool IsFolded(string text)
    {
        var before = ' ';
        foreach (var letter in text)
        {
            if (letter is < ' ' or > '~' or (>= 'A' and <= 'Z') || (letter == ' ' && before == ' ')) return false;
            before = letter;
        }
        return text.Length == 0 || before != ' ';
    }
}
