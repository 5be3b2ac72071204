using System.Text;
using System.Text.Json.Nodes;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Files;

namespace Alicerce.Engine.Formats;

/// <summary>
/// Reads JSON and YAML into one kind of tree with places (<see cref="PositionedJson"/>). Nothing throws on bad input: what is wrong
/// is the answer's <see cref="ReadDocument.Problem"/>, with line and column. Sizes are bounded by <see cref="ReadLimits"/>.
/// </summary>
public static class DocumentReader
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>By the path's extension: <c>.json</c> is JSON, all else is YAML (of which JSON is almost a subset).</summary>
    public static ReadDocument Read(string path, ReadOnlyMemory<byte> content, ReadLimits? limits = null) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? ReadJson(content, limits) : ReadYaml(content, limits);

    /// <summary>Strict JSON: no comments, no trailing commas, no key twice.</summary>
    public static ReadDocument ReadJson(ReadOnlyMemory<byte> content, ReadLimits? limits = null) =>
        Guarded(content, limits, static (bytes, bound, tree) => JsonTreeReader.Read(bytes.Span, bound, tree));

    /// <summary>
    /// YAML with the types of the 1.2 core schema: <c>no</c> and <c>2024-01-01</c> are strings, <c>0o17</c> is 15. Only the first document
    /// of a stream is read. Anchors and aliases work; merge keys (<c>&lt;&lt;</c>) do not and are named as a warning.
    /// </summary>
    public static ReadDocument ReadYaml(ReadOnlyMemory<byte> content, ReadLimits? limits = null) =>
        Guarded(content, limits, static (bytes, bound, tree) => YamlTree(s_strict.GetString(bytes.Span), bound, tree));

    private static JsonNode? YamlTree(string text, ReadLimits limits, TreeBuilder tree)
    {
        FileProblem? error = null;
        var log = new ProblemLog("", problem =>
        {
            if (problem.Severity == ProblemSeverity.Error)
                error ??= problem;
            else
                tree.Warn(problem.Message, new SourceLocation(problem.Line, problem.Column));
        });
        YamlNode? root = YamlNodeReader.Read(text, log, new YamlLimits(int.MaxValue, limits.MaxDepth, limits.MaxNodes));
        if (error is not null)
            throw new ReadStopped($"{error.Message} {error.Hint}".TrimEnd(), new SourceLocation(error.Line, error.Column));
        return root is null ? null : YamlJson.ToJson(root, tree);
    }

    private static ReadDocument Guarded(
        ReadOnlyMemory<byte> content, ReadLimits? given, Func<ReadOnlyMemory<byte>, ReadLimits, TreeBuilder, JsonNode?> read)
    {
        var limits = given ?? ReadLimits.Default;
        var tree = new TreeBuilder(limits);
        if (content.Length > limits.MaxBytes)
            return Stopped($"The file has {content.Length} bytes; at most {limits.MaxBytes} are read.", new SourceLocation(1, 1), tree);
        var text = content.Span.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;
        try
        {
            var root = read(text, limits, tree);
            return new ReadDocument(new PositionedJson(root, tree.Places, LineCount(text.Span)), Problem: null, tree.Warnings);
        }
        catch (ReadStopped stopped)
        {
            return Stopped(stopped.Message, stopped.Place, tree);
        }
        catch (DecoderFallbackException broken)
        {
            return Stopped("The file is not UTF-8 text; save it as UTF-8.", new LineIndex(text.Span).PlaceOf(Math.Max(0, broken.Index)), tree);
        }
    }

    private static ReadDocument Stopped(string message, SourceLocation place, TreeBuilder tree) =>
        new(Document: null, new ParseProblem(message, place.Line, place.Column), tree.Warnings);

    private static int LineCount(ReadOnlySpan<byte> text) =>
        text.IsEmpty ? 0 : text.Count((byte)'\n') + (text[^1] == '\n' ? 0 : 1);
}
