namespace Alicerce.Vectors.Indexes.Words;

/// <summary>How a text answers a query: by a word of it, by a word that resembles one, by what a word means.</summary>
public enum ReasonKind
{
    Word,
    Similar,
    Meaning,
}

/// <summary>One thing a query and a text share: a word as the texts write it, or the name of a concept.</summary>
public readonly record struct Reason(ReasonKind Kind, string Text);
