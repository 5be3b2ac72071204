using Alicerce.Vectors.Text;

namespace Alicerce.Modules.Scenarios.Suggestions;

/// <summary>What the index knows of a scenario beside its vector.</summary>
internal sealed record IndexedScenario(int Id, string Title, int? ProjectId, string[] Tags)
{
    /// <summary>Titles that differ by accents, case or blanks only are one to a reader (T000-21).</summary>
    public string Folded { get; } = FoldedText.Of(Title);
}
