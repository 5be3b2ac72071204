using System.Text;
using Alicerce.Engine.Files;

namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>One scalar of <c>quantum.config.yaml</c> with its dotted path, such as <c>datasources.main.password</c>.</summary>
internal readonly record struct ConfigValue(string Path, string Value, SourceLocation Location)
{
    public string Key => Path[(Path.LastIndexOf('.') + 1)..];
}

/// <summary>The configuration as a flat list of scalars.</summary>
internal sealed class QuantumConfig
{
    public const int MaxSize = 256 * 1024;

    private static readonly YamlLimits s_limits = new(MaxSize, Depth: 32, Nodes: 20_000);

    private QuantumConfig(IReadOnlyList<ConfigValue> values, QuantumProblem? problem) => (Values, Problem) = (values, problem);

    public IReadOnlyList<ConfigValue> Values { get; }

    /// <summary>Why the file cannot be read; there are no values then.</summary>
    public QuantumProblem? Problem { get; }

    public string? this[string path] => Values.Where(v => v.Path == path).Select(v => v.Value).FirstOrDefault();

    public static bool IsConfig(string path) => path[(path.LastIndexOf('/') + 1)..] is "quantum.config.yaml" or "quantum.config.yml" or "quantum.yaml" or "quantum.yml";

    public static QuantumConfig Read(ReadOnlyMemory<byte> content)
    {
        QuantumProblem? problem = null;
        // The reader's own message may quote the file, and no value of this file may appear in a finding.
        var log = new ProblemLog("", p => problem ??= p.Severity == ProblemSeverity.Warning ? null : new QuantumProblem(
            "config.invalid_yaml", new SourceLocation(p.Line, p.Column), $"the configuration cannot be read as YAML of at most {MaxSize:N0} characters and {s_limits.Depth} levels",
            "check indentation, quotes, brackets, keys that are given twice and aliases here; until then its settings are not used"));
        var values = new List<ConfigValue>();
        using var reader = new StreamReader(new MemoryStream(content[..Math.Min(content.Length, s_limits.Length + 1)].ToArray()), Encoding.UTF8);
        if (YamlNodeReader.Read(reader.ReadToEnd(), log, s_limits) is { } root && problem is null)
            Flatten(root, "", values);
        return new QuantumConfig(values, problem);
    }

    private static void Flatten(YamlNode node, string path, List<ConfigValue> values)
    {
        string prefix = path.Length == 0 ? "" : path + ".";
        switch (node)
        {
            case YamlMap map:
                foreach (YamlEntry entry in map.Entries)
                    Flatten(entry.Value, prefix + entry.Key.Text, values);
                break;
            case YamlList list:
                foreach (YamlNode item in list.Items)
                    Flatten(item, prefix + "-", values);
                break;
            case YamlScalar scalar:
                values.Add(new ConfigValue(path, scalar.Text, new SourceLocation(scalar.Line, scalar.Column)));
                break;
        }
    }
}
