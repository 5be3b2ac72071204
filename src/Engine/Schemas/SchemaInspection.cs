namespace Alicerce.Engine.Schemas;

/// <summary>What is wrong with schemas themselves, without any value: places of unknown keywords, and of rules that cannot be read with the reason.</summary>
public sealed record SchemaInspection(IReadOnlyList<string> UnknownKeywords, IReadOnlyList<(string Place, string Reason)> Broken)
{
    internal const string BrokenPrefix = "the schema itself is broken: ";
}
