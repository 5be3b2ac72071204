using Alicerce.Platform.Web.Answers;

namespace Alicerce.Modules.Scenarios;

/// <summary>What a scenario may be (T000-18).</summary>
internal static class ScenarioRules
{
    public const int LongestTitle = 500;
    public const int LongestDescription = 4_000;
    public const int MostTags = 20;
    public const int LongestTag = 50;

    public static Validation CheckTitle(this Validation validation, string? title) =>
        validation.Check(!string.IsNullOrWhiteSpace(title) && title.Trim().Length <= LongestTitle && IsText(title), "title", "out_of_range", $"title has 1 to {LongestTitle} characters, not only blanks.");

    public static Validation CheckDescription(this Validation validation, string? description) =>
        validation.Check(description is null || (description.Length <= LongestDescription && IsText(description)), "description", "too_long", $"description has at most {LongestDescription} characters, none of them NUL.");

    public static Validation CheckTags(this Validation validation, IReadOnlyCollection<string?>? tags) =>
        validation.Check(
            tags is null || (tags.Count <= MostTags && tags.All(tag => !string.IsNullOrWhiteSpace(tag) && tag.Trim().Length <= LongestTag && IsText(tag))),
            "tags", "out_of_range", $"tags has at most {MostTags} entries of 1 to {LongestTag} characters.");

    /// <summary>As it is kept: without blanks around.</summary>
    public static string Trimmed(string title) => title.Trim();

    /// <summary>As they are kept: lower case, each once, in order.</summary>
    public static string[] Tags(IEnumerable<string> tags) => [.. tags.Select(tag => tag.Trim().ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    // PostgreSQL keeps no NUL in text, and half a surrogate pair is no character of any alphabet.
    private static bool IsText(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is 0 or 0xFFFD) return false;
        return true;
    }
}
