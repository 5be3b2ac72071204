using System.Text.Json;

namespace Alicerce.Engine.Running.Paths;

/// <summary>The condition of a filter selector <c>[?…]</c>.</summary>
internal abstract record PathFilter
{
    public abstract bool Holds(JsonElement current, JsonElement root, PathBudget budget);
}

internal sealed record AnyOf(PathFilter Left, PathFilter Right) : PathFilter
{
    public override bool Holds(JsonElement current, JsonElement root, PathBudget budget) =>
        Left.Holds(current, root, budget) || Right.Holds(current, root, budget);
}

internal sealed record AllOf(PathFilter Left, PathFilter Right) : PathFilter
{
    public override bool Holds(JsonElement current, JsonElement root, PathBudget budget) =>
        Left.Holds(current, root, budget) && Right.Holds(current, root, budget);
}

internal sealed record NotHolds(PathFilter Inner) : PathFilter
{
    public override bool Holds(JsonElement current, JsonElement root, PathBudget budget) => !Inner.Holds(current, root, budget);
}

internal sealed record Exists(FilterOperand Operand) : PathFilter
{
    public override bool Holds(JsonElement current, JsonElement root, PathBudget budget) => Operand.Path!.Select(Operand.Start(current, root), root, budget).Count > 0;
}

/// <summary>Compares two operands; a path that names nothing equals only another such path.</summary>
internal sealed record Comparison(FilterOperand Left, string Operator, FilterOperand Right) : PathFilter
{
    public override bool Holds(JsonElement current, JsonElement root, PathBudget budget)
    {
        var left = Left.Value(current, root, budget);
        var right = Right.Value(current, root, budget);
        return Operator switch
        {
            "==" => AreEqual(left, right),
            "!=" => !AreEqual(left, right),
            "<" => IsLess(left, right),
            ">" => IsLess(right, left),
            "<=" => IsLess(left, right) || AreEqual(left, right),
            _ => IsLess(right, left) || AreEqual(left, right),
        };
    }

    private static bool AreEqual(JsonElement? left, JsonElement? right) =>
        left is null || right is null ? left is null && right is null : JsonElement.DeepEquals(left.Value, right.Value);

    private static bool IsLess(JsonElement? left, JsonElement? right) => (left?.ValueKind, right?.ValueKind) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => left!.Value.GetDouble() < right!.Value.GetDouble(),
        (JsonValueKind.String, JsonValueKind.String) => string.CompareOrdinal(left!.Value.GetString(), right!.Value.GetString()) < 0,
        _ => false,
    };
}

/// <summary>A literal, or a path from the current node (<c>@</c>) or the root (<c>$</c>).</summary>
internal sealed record FilterOperand(JsonElement? Literal, JsonPath? Path, bool FromRoot)
{
    public JsonElement Start(JsonElement current, JsonElement root) => FromRoot ? root : current;

    public JsonElement? Value(JsonElement current, JsonElement root, PathBudget budget)
    {
        if (Path is null) return Literal;
        var found = Path.Select(Start(current, root), root, budget);
        return found.Count == 0 ? null : found[0];
    }
}
