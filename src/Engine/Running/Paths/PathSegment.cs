using System.Text.Json;

namespace Alicerce.Engine.Running.Paths;

/// <summary>One step of a path: its selectors applied to a node, or to the node and all its descendants (<c>..</c>).</summary>
internal sealed record PathSegment(bool Descends, IReadOnlyList<PathSelector> Selectors)
{
    public void Collect(JsonElement node, JsonElement root, List<JsonElement> found, PathBudget budget)
    {
        if (!budget.Visit() || !PathBudget.HasRoom(found.Count)) return;
        foreach (var selector in Selectors) selector.Collect(node, root, found, budget);
        if (!Descends) return;
        if (node.ValueKind == JsonValueKind.Array)
            foreach (var item in node.EnumerateArray()) Collect(item, root, found, budget);
        else if (node.ValueKind == JsonValueKind.Object)
            foreach (var member in node.EnumerateObject()) Collect(member.Value, root, found, budget);
    }
}

/// <summary>Chooses children of a node.</summary>
internal abstract record PathSelector
{
    public abstract void Collect(JsonElement node, JsonElement root, List<JsonElement> found, PathBudget budget);
}

internal sealed record NameSelector(string Name) : PathSelector
{
    public override void Collect(JsonElement node, JsonElement root, List<JsonElement> found, PathBudget budget)
    {
        if (node.ValueKind == JsonValueKind.Object && node.TryGetProperty(Name, out var value)) found.Add(value);
    }
}

/// <summary>A negative index counts from the end.</summary>
internal sealed record IndexSelector(int Index) : PathSelector
{
    public override void Collect(JsonElement node, JsonElement root, List<JsonElement> found, PathBudget budget)
    {
        if (node.ValueKind != JsonValueKind.Array) return;
        var length = node.GetArrayLength();
        var at = Index < 0 ? length + Index : Index;
        if (at >= 0 && at < length) found.Add(node[at]);
    }
}

internal sealed record WildcardSelector : PathSelector
{
    public override void Collect(JsonElement node, JsonElement root, List<JsonElement> found, PathBudget budget)
    {
        foreach (var child in Children(node))
        {
            if (!budget.Visit() || !PathBudget.HasRoom(found.Count)) return;
            found.Add(child);
        }
    }

    internal static IEnumerable<JsonElement> Children(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray(),
        JsonValueKind.Object => node.EnumerateObject().Select(m => m.Value),
        _ => [],
    };
}

/// <summary>Array slice <c>start:end:step</c> with the defaults and the clamping of RFC 9535, section 2.3.4.</summary>
internal sealed record SliceSelector(int? Start, int? End, int Step) : PathSelector
{
    public override void Collect(JsonElement node, JsonElement root, List<JsonElement> found, PathBudget budget)
    {
        if (node.ValueKind != JsonValueKind.Array || Step == 0) return;
        var length = node.GetArrayLength();
        var first = Clamp(Start ?? (Step > 0 ? 0 : length - 1), length);
        var last = End is { } end ? Clamp(end, length) : Step > 0 ? length : -1;
        for (long i = first; Step > 0 ? i < last : i > last; i += Step)
        {
            if (!budget.Visit() || !PathBudget.HasRoom(found.Count)) return;
            found.Add(node[(int)i]);
        }
    }

    private int Clamp(int index, int length)
    {
        var at = index < 0 ? (long)length + index : index;
        return (int)(Step > 0 ? Math.Clamp(at, 0, length) : Math.Clamp(at, -1, length - 1));
    }
}

internal sealed record FilterSelector(PathFilter Filter) : PathSelector
{
    public override void Collect(JsonElement node, JsonElement root, List<JsonElement> found, PathBudget budget)
    {
        foreach (var child in WildcardSelector.Children(node))
        {
            if (!budget.Visit() || !PathBudget.HasRoom(found.Count)) return;
            if (Filter.Holds(child, root, budget)) found.Add(child);
        }
    }
}
