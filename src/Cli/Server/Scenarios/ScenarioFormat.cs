namespace Alicerce.Cli.Server.Scenarios;

/// <summary>Kinds of files with scenarios.</summary>
internal static class ScenarioFormat
{
    public const string Csv = "csv";
    public const string JsonLines = "jsonl";

    /// <returns>What the ending of a file's name says; null when it says nothing.</returns>
    public static string? OfName(string? file) => Path.GetExtension(file)?.ToLowerInvariant() switch
    {
        ".csv" => Csv,
        ".jsonl" or ".ndjson" => JsonLines,
        _ => null,
    };

    public static string MediaType(string format) => format == Csv ? "text/csv" : "application/x-ndjson";
}
