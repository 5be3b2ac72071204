using System.Text.Json;

namespace Alicerce.Engine.Schemas.Keywords;

/// <summary><c>prefixItems</c> and <c>items</c> together (in draft 7: the array form of <c>items</c> and <c>additionalItems</c>).</summary>
internal sealed class ItemsKeyword(CompiledSchema owner, CompiledSchema[] prefix, CompiledSchema? rest) : Keyword("items", owner)
{
    public override IEnumerable<CompiledSchema> Subschemas => rest is null ? prefix : [.. prefix, rest];

    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return true;
        var (index, holds) = (0, true);
        foreach (var item in value.EnumerateArray())
        {
            var schema = index < prefix.Length ? prefix[index] : rest;
            if (schema is null || (!(holds &= run.ApplyAt(index, schema, item)) && run.Quiet))
                break;
            index++;
        }
        if (rest is not null)
            seen?.AllItems();
        else
            seen?.Prefix(prefix.Length);
        return holds;
    }
}

/// <summary><c>contains</c> with its bounds.</summary>
internal sealed class ContainsKeyword(CompiledSchema owner, CompiledSchema schema, long least, long? most) : Keyword("contains", owner)
{
    public override IEnumerable<CompiledSchema> Subschemas => [schema];

    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return true;
        var (index, found) = (0, 0L);
        foreach (var item in value.EnumerateArray())
        {
            if (run.ApplyQuietly(schema, item, into: null))
            {
                found++;
                seen?.Item(index);
            }
            index++;
        }
        return (found >= least && !(found > most))
            || (!run.Quiet && run.Fail(this, $"expected {(most is null ? $"at least {least}" : $"{least} to {most}")} matching items, got {found}"));
    }
}

/// <summary><c>minItems</c>, <c>maxItems</c>, <c>minProperties</c>, <c>maxProperties</c>.</summary>
internal sealed class CountKeyword(string name, CompiledSchema owner, long bound, bool lower, JsonValueKind kind) : Keyword(name, owner)
{
    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        if (value.ValueKind != kind)
            return true;
        var count = kind == JsonValueKind.Array ? value.GetArrayLength() : value.GetPropertyCount();
        return (lower ? count >= bound : count <= bound)
            || (!run.Quiet && run.Fail(this, $"expected {(lower ? "at least" : "at most")} {bound} {(kind == JsonValueKind.Array ? "items" : "members")}, got {count}"));
    }
}

internal sealed class UniqueItemsKeyword(CompiledSchema owner) : Keyword("uniqueItems", owner)
{
    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() < 2)
            return true;
        var index = 0;
        var earlier = new Dictionary<JsonElement, int>(ByValue.Instance);
        foreach (var item in value.EnumerateArray())
        {
            if (!earlier.TryAdd(item, index))
                return !run.Quiet && run.Fail(this, $"expected items that differ, got {Evaluation.Shown(item)} at {earlier[item]} and {index}");
            index++;
        }
        return true;
    }

    private sealed class ByValue : IEqualityComparer<JsonElement>
    {
        public static readonly ByValue Instance = new();
        public bool Equals(JsonElement x, JsonElement y) => JsonEquality.AreEqual(x, y);
        public int GetHashCode(JsonElement obj) => JsonEquality.Hash(obj);
    }
}
