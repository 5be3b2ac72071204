namespace Alicerce.Engine.Discovery.Quantum;

/// <summary>
/// Tells pages, layouts, partials and APIs apart (S004-DISC-09). Most files declare no type, so the order is: what is declared, what the
/// folder says, what the file contains. <c>docs/discovery.md</c> prints the same list.
/// </summary>
internal static class ComponentTypeRule
{
    private static readonly string[] s_partialFolders = ["partials", "partial", "_partials", "shared", "includes", "fragments", "widgets", "ui"];
    private static readonly string[] s_layoutFolders = ["layouts", "layout", "_layouts"];

    public static ComponentType TypeOf(QuantumPage page, bool hasEndpoints)
    {
        string declared = page.Root["type"]?.Trim().ToLowerInvariant() ?? "";
        return Declared(declared) ?? ByRoot(page) ?? ByPlace(page.Path) ?? ByContent(page, hasEndpoints);
    }

    private static ComponentType? Declared(string type) => type switch
    {
        "page" => ComponentType.Page,
        "layout" => ComponentType.Layout,
        "partial" => ComponentType.Partial,
        "api" or "microservice" or "microservices" or "graphql" or "grpc" => ComponentType.Api,
        _ => null,
    };

    private static ComponentType? ByRoot(QuantumPage page) => page.Root.LocalName is "behavior" or "prefab" or "job" ? ComponentType.Partial : null;

    private static ComponentType? ByPlace(string path)
    {
        string[] segments = path.Split('/');
        string stem = Path.GetFileNameWithoutExtension(segments[^1]);
        bool Under(string[] names) => segments[..^1].Any(s => names.Contains(s, StringComparer.OrdinalIgnoreCase));
        if (Under(s_layoutFolders) || stem.Equals("layout", StringComparison.OrdinalIgnoreCase) || stem.EndsWith("Layout", StringComparison.Ordinal)) return ComponentType.Layout;
        return Under(s_partialFolders) || stem.StartsWith('_') ? ComponentType.Partial : null;
    }

    private static ComponentType ByContent(QuantumPage page, bool hasEndpoints)
    {
        bool hasSlot = page.All("slot").Count > 0;
        if (page.EmitsDocument) return hasSlot ? ComponentType.Layout : ComponentType.Page;
        if (hasEndpoints && !page.EmitsHtml && page.Root.LocalName != "application") return ComponentType.Api;
        bool isCalled = hasSlot || char.IsAsciiLetterUpper(Path.GetFileName(page.Path)[0]);
        if (isCalled && page.All("action").Count == 0) return ComponentType.Partial;
        bool answers = page.EmitsHtml || page.Calls.Count > 0 || page.Root.HasText || page.All("action").Count > 0 || page.All("include").Count > 0;
        return answers || page.Root.LocalName == "application" ? ComponentType.Page : ComponentType.Partial;
    }
}
