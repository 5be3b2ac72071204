using System.Collections.Frozen;

namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>Names that the runtime knows (grammar, sections 1 and 2).</summary>
internal static class QuantumVocabulary
{
    public const string Prefix = "q";

    private static readonly FrozenSet<string> s_roots =
        FrozenSet.Create(StringComparer.Ordinal, "component", "application", "job", "behavior", "prefab");

    private static readonly FrozenSet<string> s_bareStatements = FrozenSet.Create(StringComparer.Ordinal, "action", "query", "flash", "file", "mail");

    private static readonly FrozenSet<string> s_boundPrefixes = FrozenSet.Create(StringComparer.Ordinal, Prefix, "qg", "qt", "ui", "qtest", "xml", "xmlns");

    private static readonly FrozenSet<string> s_voidElements = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");

    public static bool IsRoot(string? tag) => tag is not null && s_roots.Contains(tag);

    /// <summary>Prefixes that the runtime declares by itself.</summary>
    public static bool IsBound(string prefix) => s_boundPrefixes.Contains(prefix);

    public static bool IsVoid(string prefix, string localName) => prefix.Length == 0 && s_voidElements.Contains(localName);

    public static bool IsRawText(string prefix, string localName) =>
        prefix.Length == 0 && (localName.Equals("script", StringComparison.OrdinalIgnoreCase) || localName.Equals("style", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Bare <c>action</c>, <c>query</c>, <c>flash</c>, <c>file</c> and <c>mail</c> directly under the component are tags of the
    /// language, and so is a bare <c>param</c> inside one of them.
    /// </summary>
    public static string? TagOf(QuantumElement element)
    {
        if (element.Prefix == Prefix) return element.LocalName;
        if (element.Prefix.Length > 0 || element.Parent is not { } parent) return null;
        bool bare = parent.Tag switch
        {
            "component" => s_bareStatements.Contains(element.LocalName),
            "action" or "query" => element.LocalName == "param",
            _ => false,
        };
        return bare ? element.LocalName : null;
    }
}
