namespace Alicerce.Vectors.Indexes.Words;

/// <summary>The terms a query asks for, each once, with what they weigh.</summary>
internal sealed class QueryTerms
{
    private const int Most = 256;
    private readonly int[] terms = new int[Most];
    private readonly float[] weights = new float[Most];
    private readonly bool[] areSimilar = new bool[Most];

    private object? asker;
    private string? question;
    private int moment;

    public int Count { get; private set; }

    /// <summary>What a text would get that has everything the query asks for, known or not.</summary>
    public float Attainable { get; private set; }

    public int Term(int index) => terms[index];

    public float Weight(int index) => weights[index];

    /// <summary>Whether the term only resembles a word of the query.</summary>
    public bool IsSimilar(int index) => areSimilar[index];

    /// <summary>Whether the terms have to be asked for: false when they are those of the same question to the same one at the same moment.</summary>
    public bool Begin(object from, string query, int at)
    {
        if (ReferenceEquals(asker, from) && ReferenceEquals(question, query) && moment == at) return false;
        (asker, question, moment, Count, Attainable) = (from, query, at, 0, 0);
        return true;
    }

    public void AskForUnknown(float weight) => Attainable += weight;

    public void Add(int term, float weight, bool isSimilar)
    {
        if (!isSimilar) Attainable += weight;
        var at = terms.AsSpan(0, Count).IndexOf(term);
        if (at >= 0) weights[at] = Math.Max(weights[at], weight);
        else if (Count < Most) (terms[Count], areSimilar[Count], weights[Count++]) = (term, isSimilar, weight);
    }
}
