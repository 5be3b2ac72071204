namespace Alicerce.Vectors.Text.Concepts;

/// <summary>
/// Which concepts a word hints at, by the phrases it comes in: a text that says no phrase of the list in full still has words that are mostly said of one thing.
/// A word of many concepts hints at each of them less, and a little at the concepts that are told in the same words.
/// </summary>
internal sealed class PhraseWords
{
    private const int MostHints = 16;
    private const int MostNeighbours = 10;
    private const float OfNeighbour = 0.6f;

    private readonly Dictionary<(int Stem, int Concept), int> counts = [];
    private Meant[][] hints = [];

    /// <summary>A phrase of a concept has this stem.</summary>
    public void Count(int stem, int concept) => counts[(stem, concept)] = counts.GetValueOrDefault((stem, concept)) + 1;

    /// <summary>Makes hints of what was counted, for stems and concepts up to these numbers.</summary>
    public void Weigh(int stems, int concepts)
    {
        var own = OwnHints(stems);
        var neighbours = Neighbours(own, concepts);
        hints = Array.ConvertAll(own, ofStem => Widened(ofStem, neighbours));
        counts.Clear();
    }

    public ReadOnlySpan<Meant> HintsOf(int stem) => hints[stem];

    // By the square root of the phrases: the tenth one with a word says less than the second. Of length 1 for each word.
    private Meant[][] OwnHints(int stems)
    {
        var own = new Meant[stems][];
        Array.Fill(own, []);
        foreach (var stem in counts.GroupBy(entry => entry.Key.Stem))
        {
            var phrases = stem.Sum(entry => entry.Value);
            own[stem.Key] = Strongest(stem.Select(entry => new Meant(entry.Key.Concept, MathF.Sqrt((float)entry.Value / phrases))), MostHints);
        }
        return own;
    }

    // Concepts as vectors over their words, and whose vectors are nearest.
    private Meant[][] Neighbours(Meant[][] own, int concepts)
    {
        var (words, lengths) = (new List<(int Stem, float Weight)>[concepts], new float[concepts]);
        for (var concept = 0; concept < concepts; concept++) words[concept] = [];
        var weights = new Dictionary<(int Stem, int Concept), float>();
        for (var stem = 0; stem < own.Length; stem++)
        {
            foreach (var (concept, strength) in own[stem])
            {
                var weight = strength * MathF.Sqrt(counts[(stem, concept)]);
                words[concept].Add((stem, weight));
                weights[(stem, concept)] = weight;
                lengths[concept] += weight * weight;
            }
        }
        return [.. Enumerable.Range(0, concepts).Select(NearestTo)];

        Meant[] NearestTo(int concept)
        {
            var shared = new Dictionary<int, float>();
            foreach (var (stem, weight) in words[concept])
                foreach (var (other, _) in own[stem]) shared[other] = shared.GetValueOrDefault(other) + weight * weights[(stem, other)];
            shared.Remove(concept);
            return Strongest(shared.Select(entry => new Meant(entry.Key, entry.Value / MathF.Sqrt(lengths[concept] * lengths[entry.Key]))), MostNeighbours);
        }
    }

    private static Meant[] Widened(Meant[] own, Meant[][] neighbours)
    {
        var strengths = new Dictionary<int, float>();
        foreach (var (concept, strength) in own)
        {
            strengths[concept] = strengths.GetValueOrDefault(concept) + strength;
            foreach (var (neighbour, nearness) in neighbours[concept])
                strengths[neighbour] = strengths.GetValueOrDefault(neighbour) + strength * nearness * OfNeighbour;
        }
        return Strongest(strengths.Select(entry => new Meant(entry.Key, entry.Value)), MostHints);
    }

    private static Meant[] Strongest(IEnumerable<Meant> meant, int most) =>
        [.. meant.OrderByDescending(entry => entry.Strength).ThenBy(entry => entry.Concept).Take(most)];
}
