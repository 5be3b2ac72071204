using System.Collections.Frozen;

namespace Alicerce.Vectors.Text;

/// <summary>Portuguese and English words that say nothing about what a title is about. Words of negation are none of them.</summary>
public static class StopWords
{
    private const string Portuguese =
        "a ao aos aquela aquelas aquele aqueles aquilo as ate com como da das de dela delas dele deles do dos e ela elas ele eles em entre era essa essas esse esses esta " +
        "estao estas estava este estes estou eu foi for foram ha isso isto ja la lhe lhes lo los mais mas me mesma mesmo meu meus minha minhas muito muita na nas nem no nos nossa " +
        "nossas nosso nossos num numa o os ou para pra pras pro pros pela pelas pelo pelos por porque pois qual quais quando que quem se seja sejam ser seu seus sua suas so sob " +
        "sobre sao tambem te tem tenho ter teu tua tudo um uma umas uns vai vao voce voces vc vcs vou aqui ali ai la entao assim cada onde desse dessa deste desta nesse nessa " +
        "neste nesta nele nela ne pq q d p c n tb tbm eh ta to tou tava pode podem posso poder deve devem sendo esteja apos ante algum alguma alguns algumas " +
        "gente coisa coisas cara mano hein oi ola favor mim comigo dum duma daquele daquela";

    private const string English =
        "a an and any are as at be been being but by can could did do does doing for from had has have having he her here hers him his how i if in into is it its itself " +
        "just me my of on onto or our ours please she should so some such than that the their theirs them then there these they this those through to too u ur us very was we " +
        "were what when where which while who whom whose why will with would you your yours im ive id ill gonna wanna also am may might must shall hi hello thing things stuff get gets got";

    private static readonly FrozenSet<string> All = $"{Portuguese} {English}".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int Longest = All.Max(word => word.Length);

    /// <summary>Whether a folded word is one of them.</summary>
    public static bool Contain(ReadOnlySpan<char> word) => word.Length <= Longest && Lookup.Contains(word);
}
