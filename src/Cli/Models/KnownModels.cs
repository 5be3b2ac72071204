namespace Alicerce.Cli.Models;

/// <summary>
/// Models that people ask for by name. None has its hashes pinned here: nobody who wrote this could fetch them, and a hash that was not
/// computed from the file pins nothing.
/// </summary>
internal static class KnownModels
{
    private const string Unigram = "its tokenizer is of the Unigram kind, which is not supported yet";
    private const string Dense = "it has a Dense module behind its pooling, which is not supported";

    /// <summary>The name, its dimensions, and why it is not read; null when it is of the kind that is.</summary>
    public static readonly IReadOnlyList<(string Name, int Dimensions, string? WhyNot)> All =
    [
        ("all-MiniLM-L6-v2", 384, null),
        ("all-MiniLM-L12-v2", 384, null),
        ("multi-qa-MiniLM-L6-cos-v1", 384, null),
        ("paraphrase-multilingual-MiniLM-L12-v2", 384, Unigram),
        ("multilingual-e5-small", 384, Unigram),
        ("LaBSE", 768, Dense),
        ("all-mpnet-base-v2", 768, "it is of the type mpnet; only bert is supported"),
    ];

    public static string? WhyNot(string name) => All.FirstOrDefault(model => model.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).WhyNot;
}
