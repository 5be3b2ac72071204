using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>One scalar of <c>quantum.config.yaml</c> with its dotted path, such as <c>datasources.main.password</c>.</summary>
internal readonly record struct ConfigValue(string Path, string Value, SourceLocation Location)
{
    public string Key => Path[(Path.LastIndexOf('.') + 1)..];
}

/// <summary>
/// The configuration as a flat list of scalars. It is read from the parser's events, without building a tree: aliases are not expanded
/// and depth costs no stack.
/// </summary>
internal sealed class QuantumConfig
{
    public const int MaxSize = 256 * 1024;
    private const int MaxDepth = 32;

    private QuantumConfig(IReadOnlyList<ConfigValue> values, QuantumProblem? problem) => (Values, Problem) = (values, problem);

    public IReadOnlyList<ConfigValue> Values { get; }

    /// <summary>Why reading stopped; what was read before counts.</summary>
    public QuantumProblem? Problem { get; }

    public string? this[string path] => Values.Where(v => v.Path == path).Select(v => v.Value).FirstOrDefault();

    public static bool IsConfig(string path) => path[(path.LastIndexOf('/') + 1)..] is "quantum.config.yaml" or "quantum.config.yml" or "quantum.yaml" or "quantum.yml";

    public static QuantumConfig Read(ReadOnlyMemory<byte> content)
    {
        var values = new List<ConfigValue>();
        if (content.Length > MaxSize) return Stopped(values, new SourceLocation(1, 1), $"the configuration is larger than {MaxSize:N0} bytes");
        try
        {
            using var reader = new StreamReader(new MemoryStream(content.ToArray()));
            return Walk(new Parser(reader), values);
        }
        catch (YamlException e)
        {
            return Stopped(values, At(e.Start), "the configuration is not valid YAML");
        }
    }

    private static QuantumConfig Walk(Parser parser, List<ConfigValue> values)
    {
        // One entry a level: the key that waits for its value, or null in a mapping that waits for a key; "-" in a sequence.
        var keys = new List<string?>();
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case Scalar scalar when keys.Count > 0 && keys[^1] is null: keys[^1] = scalar.Value; break;
                case Scalar scalar:
                    values.Add(new ConfigValue(string.Join('.', keys), scalar.Value, At(scalar.Start)));
                    Done(keys);
                    break;
                case AnchorAlias: Done(keys); break;
                case MappingStart or SequenceStart when keys.Count >= MaxDepth:
                    return Stopped(values, At(parser.Current.Start), $"the configuration is nested more than {MaxDepth} deep");
                case MappingStart: keys.Add(null); break;
                case SequenceStart: keys.Add("-"); break;
                case MappingEnd or SequenceEnd:
                    keys.RemoveAt(keys.Count - 1);
                    Done(keys);
                    break;
            }
        }
        return new QuantumConfig(values, null);
    }

    private static void Done(List<string?> keys)
    {
        if (keys.Count > 0 && keys[^1] != "-") keys[^1] = null;
    }

    private static SourceLocation At(Mark mark) => new((int)mark.Line, (int)mark.Column);

    private static QuantumConfig Stopped(List<ConfigValue> values, SourceLocation at, string message) =>
        new(values, new QuantumProblem("config.invalid_yaml", at, message, "mend the file: its settings are not used"));
}
