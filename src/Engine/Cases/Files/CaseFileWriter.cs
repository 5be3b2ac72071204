using System.Security.Cryptography;
using System.Text;
using Alicerce.Engine.Files;

namespace Alicerce.Engine.Cases.Files;

/// <summary>Writes case files: the same cases always give the same text, defaults are left out.</summary>
public static class CaseFileWriter
{
    /// <summary>First line of each file: where editors that speak the YAML language server find the schema.</summary>
    public const string SchemaComment = "# yaml-language-server: $schema=../schemas/cases.schema.json";

    private const int MaxNameLength = 80;

    /// <summary>Writes one file, case by case: memory does not grow with their number.</summary>
    public static async Task WriteAsync(TextWriter writer, IAsyncEnumerable<TestCase> cases, CancellationToken ct = default)
    {
        await writer.WriteAsync((SchemaComment + "\ncases:\n").AsMemory(), ct);
        var text = new StringBuilder();
        bool first = true;
        await foreach (TestCase @case in cases.WithCancellation(ct))
        {
            text.Clear().Append(first ? "" : "\n");
            AppendItem(text, @case);
            first = false;
            await writer.WriteAsync(text, ct);
        }
    }

    /// <summary>The text of one file.</summary>
    public static string Write(IEnumerable<TestCase> cases)
    {
        var text = new StringBuilder(SchemaComment).Append("\ncases:\n");
        bool first = true;
        foreach (TestCase @case in cases)
        {
            text.Append(first ? "" : "\n");
            AppendItem(text, @case);
            first = false;
        }
        return text.ToString();
    }

    /// <summary>
    /// File name for a component's cases: lower-case letters, digits, dots and dashes only, so it is safe on every system. Names that had
    /// to be changed beyond their separators end in a few digits of a hash, so that two components never share a file by accident.
    /// </summary>
    public static string FileName(string? componentPath)
    {
        if (string.IsNullOrEmpty(componentPath))
            return "cases.yaml";
        var name = new StringBuilder();
        bool exact = componentPath.Length <= MaxNameLength;
        foreach (char c in componentPath)
        {
            bool kept = char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_';
            exact &= kept || c == '/';
            char written = kept ? c : char.IsAsciiLetterUpper(c) ? char.ToLowerInvariant(c) : '-';
            if (name.Length < MaxNameLength && (written is not ('-' or '.') || (name.Length > 0 && name[^1] != written)))
                name.Append(written);
            else
                exact = false;
        }
        string stem = name.ToString().Trim('-', '.');
        if (!exact || stem.Length == 0 || stem is "cases" or "con" or "nul" or "prn" or "aux")
            stem = $"{stem}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(componentPath)))[..8]}".TrimStart('-');
        return stem + ".yaml";
    }

    /// <summary>One case as it stands in a file, without its indentation: what a person sees in a difference.</summary>
    internal static string Text(TestCase @case, bool withGeneration = true)
    {
        var text = new StringBuilder();
        new YamlText(text).WriteBlock(CaseNodes.Write(@case, withGeneration), 0);
        return text.ToString();
    }

    internal static void AppendItem(StringBuilder text, TestCase @case, int indent = 2)
    {
        text.Append(' ', indent).Append("- ");
        new YamlText(text).WriteBlock(CaseNodes.Write(@case), indent + 2);
    }
}
