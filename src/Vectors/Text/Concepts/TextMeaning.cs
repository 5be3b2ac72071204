namespace Alicerce.Vectors.Text.Concepts;

/// <summary>A concept that a text means, from 0 to 1.</summary>
internal readonly record struct Meant(int Concept, float Strength);

/// <summary>
/// The concepts of one text, in buffers that serve text after text. A phrase means its concepts in full and the words in it a part of theirs ("esqueci minha senha" is
/// the recovery of a password, and a little a password); a broader concept is meant somewhat less.
/// </summary>
internal sealed class TextMeaning
{
    private const float OfWordInPhrase = 0.4f;
    private const float OfNearWord = 0.8f;
    private const float OfBroader = 0.6f;
    private const int WidestPhrase = 6;
    private const int MostConcepts = 256;

    [ThreadStatic]
    private static TextMeaning? ofThisThread;

    private readonly int[] stems = new int[TextWords.MostWords];
    private readonly bool[] near = new bool[TextWords.MostWords];
    private readonly float[] wordWeights = new float[TextWords.MostWords];
    private readonly Meant[] meant = new Meant[MostConcepts];
    private readonly bool[] isInPhrase = new bool[TextWords.MostWords];
    private readonly int[] order = new int[TextWords.MostWords];
    private readonly Comparer<int> byStem;
    private int count;
    private int sorted;
    private string? text;
    private ConceptList? source;

    public TextMeaning() => byStem = Comparer<int>.Create((one, other) => stems[one].CompareTo(stems[other]));

    public static TextMeaning OfThisThread => ofThisThread ??= new();

    public ReadOnlySpan<Meant> Concepts => meant.AsSpan(0, count);

    /// <summary>What the word at an index counts in the text: that of its weightiest concept, 1 for a word of no concept.</summary>
    public float WeightOfWord(int index) => wordWeights[index];

    /// <summary>The number of the word's stem in the list, or of its neighbour's; -1 for a word that the list does not know.</summary>
    public int StemOf(int index) => stems[index];

    /// <summary>Whether the list knows the word, as it is or as a neighbour.</summary>
    public bool Knows(int index) => stems[index] >= 0;

    /// <summary>Reads the meaning of words by a list; that of the text just read is not read again.</summary>
    public void Read(TextWords words, ConceptList list)
    {
        if (words.Text is not null && ReferenceEquals(words.Text, text) && list == source) return;
        text = null;
        count = 0;
        sorted = 0;
        for (var i = 0; i < words.Count; i++)
        {
            stems[i] = list.FindStem(words, i, out near[i]);
            wordWeights[i] = words.IsIgnored(i) ? 0 : 1;
            isInPhrase[i] = false;
            if (stems[i] >= 0 && !words.IsStop(i)) order[sorted++] = i;
        }
        Array.Sort(order, 0, sorted, byStem);
        for (var first = 0; first < sorted; first++) ReadPhrases(list, ConceptList.Root, first, 0, order[first], order[first], 1);
        for (var i = 0; i < words.Count; i++)
        {
            ReadInOrder(words, list, i);
            if (stems[i] >= 0 && !words.IsIgnored(i)) ReadWord(list, i);
        }
        (text, source) = (words.Text, list);
    }

    // Returns whether a phrase was found that goes through the word.
    private bool ReadPhrases(ConceptList list, int part, int at, int depth, int leftmost, int rightmost, float strength)
    {
        var word = order[at];
        (leftmost, rightmost) = (Math.Min(leftmost, word), Math.Max(rightmost, word));
        if (rightmost - leftmost > WidestPhrase) return false;
        part = list.Next(part, stems[word]);
        if (part == 0) return false;
        if (near[word]) strength *= OfNearWord;
        var found = false;
        if (depth > 0)
        {
            foreach (var concept in list.MeaningsAt(part))
            {
                Mean(list, concept, strength);
                found = true;
            }
        }
        for (var next = at + 1; next < sorted; next++) found |= ReadPhrases(list, part, next, depth + 1, leftmost, rightmost, strength);
        isInPhrase[word] |= found;
        return found;
    }

    private void ReadInOrder(TextWords words, ConceptList list, int start)
    {
        var part = ConceptList.InOrder;
        for (var i = start; i < words.Count && stems[i] >= 0; i++)
        {
            part = list.Next(part, stems[i]);
            if (part == 0) return;
            foreach (var concept in list.MeaningsAt(part))
            {
                Mean(list, concept, 1);
                isInPhrase.AsSpan(start..(i + 1)).Fill(true);
            }
        }
    }

    private void ReadWord(ConceptList list, int index)
    {
        var ofWord = list.MeaningsOf(stems[index]);
        if (ofWord.Length == 0) return;
        var weightiest = 0f;
        var strength = (isInPhrase[index] ? OfWordInPhrase : 1) * (near[index] ? OfNearWord : 1) / MathF.Sqrt(ofWord.Length);
        foreach (var concept in ofWord)
        {
            Mean(list, concept, strength);
            weightiest = Math.Max(weightiest, list.All[concept].Weight);
        }
        wordWeights[index] = weightiest;
    }

    private void Mean(ConceptList list, int number, float strength)
    {
        var concept = list.All[number];
        Note(number, strength * concept.Weight);
        foreach (var broader in concept.Broader) Mean(list, broader, strength * OfBroader);
    }

    private void Note(int concept, float strength)
    {
        for (var i = 0; i < count; i++)
        {
            if (meant[i].Concept != concept) continue;
            if (meant[i].Strength < strength) meant[i] = new Meant(concept, strength);
            return;
        }
        if (count < MostConcepts) meant[count++] = new Meant(concept, strength);
    }
}
