namespace Alicerce.Engine.Files;

/// <summary>How much of a YAML document is read before it is refused.</summary>
/// <param name="Length">Characters.</param>
/// <param name="Depth">Maps and lists in each other, aliases counted as if they were written out.</param>
/// <param name="Nodes">Values of the whole document, aliases counted as often as they are used: a "billion laughs" file stops here.</param>
internal sealed record YamlLimits(int Length, int Depth, int Nodes)
{
    /// <summary>No file that a person wrote is larger.</summary>
    public static readonly YamlLimits Handwritten = new(Length: 1024 * 1024, Depth: 60, Nodes: 200_000);
}
