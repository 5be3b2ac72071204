using System.Text;

namespace Alicerce.Engine.Generation.Values;

/// <summary>A part of a regular expression that can write a text it matches.</summary>
internal abstract record PatternNode
{
    /// <param name="text">Where to write.</param>
    /// <param name="random">Choices come from here.</param>
    /// <param name="extra">How many repetitions above the minimum an open quantifier may make.</param>
    /// <param name="limit">Stop repeating at this length.</param>
    public abstract void Write(StringBuilder text, Random random, int extra, int limit);
}

/// <summary>One character out of a set.</summary>
internal sealed record CharNode(string Set) : PatternNode
{
    public override void Write(StringBuilder text, Random random, int extra, int limit) => text.Append(Set[random.Next(Set.Length)]);
}

/// <summary>One after the other.</summary>
internal sealed record SequenceNode(IReadOnlyList<PatternNode> Items) : PatternNode
{
    public override void Write(StringBuilder text, Random random, int extra, int limit)
    {
        foreach (var item in Items) item.Write(text, random, extra, limit);
    }
}

/// <summary>One of several.</summary>
internal sealed record ChoiceNode(IReadOnlyList<PatternNode> Branches) : PatternNode
{
    public override void Write(StringBuilder text, Random random, int extra, int limit) =>
        Branches[random.Next(Branches.Count)].Write(text, random, extra, limit);
}

/// <summary>The same, several times.</summary>
internal sealed record RepeatNode(PatternNode Item, int Min, int Max) : PatternNode
{
    public override void Write(StringBuilder text, Random random, int extra, int limit)
    {
        var count = Math.Min(Max, Min + extra);
        for (var i = 0; i < count && (i < Min || text.Length < limit) && text.Length <= limit; i++) Item.Write(text, random, extra, limit);
    }
}
