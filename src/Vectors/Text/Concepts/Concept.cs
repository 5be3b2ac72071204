namespace Alicerce.Vectors.Text.Concepts;

/// <summary>Something that is meant, whatever the word. <paramref name="Broader"/> are the numbers of what it also is, a little.</summary>
internal sealed record Concept(int Number, string Name, float Weight, int[] Broader);
