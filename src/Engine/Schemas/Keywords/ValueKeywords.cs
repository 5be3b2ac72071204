using System.Text.Json;

namespace Alicerce.Engine.Schemas.Keywords;

/// <summary>The kinds of value that <c>type</c> may name.</summary>
[Flags]
internal enum JsonTypes { None = 0, Null = 1, Boolean = 2, Integer = 4, Number = 8, String = 16, Array = 32, Object = 64 }

internal sealed class TypeKeyword(CompiledSchema owner, JsonTypes types) : Keyword("type", owner)
{
    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        var holds = value.ValueKind switch
        {
            JsonValueKind.Null => types.HasFlag(JsonTypes.Null),
            JsonValueKind.True or JsonValueKind.False => types.HasFlag(JsonTypes.Boolean),
            JsonValueKind.String => types.HasFlag(JsonTypes.String),
            JsonValueKind.Array => types.HasFlag(JsonTypes.Array),
            JsonValueKind.Object => types.HasFlag(JsonTypes.Object),
            _ => types.HasFlag(JsonTypes.Number) || (types.HasFlag(JsonTypes.Integer) && JsonNumber.Of(value).IsInteger),
        };
        return holds || (!run.Quiet && run.Fail(this, $"expected {Names()}, got {Evaluation.Shown(value)}"));
    }

    private string Names() => types.ToString().ToLowerInvariant().Replace(", ", " or ");
}

/// <summary><c>enum</c> and, with one value, <c>const</c>.</summary>
internal sealed class EnumKeyword(string name, CompiledSchema owner, IReadOnlyList<JsonElement> allowed) : Keyword(name, owner)
{
    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        foreach (var one in allowed)
        {
            if (JsonEquality.AreEqual(one, value))
                return true;
        }
        const int shown = 10;
        return !run.Quiet && run.Fail(this,
            $"expected {string.Join(" or ", allowed.Take(shown).Select(Evaluation.Shown))}{(allowed.Count > shown ? " …" : "")}, got {Evaluation.Shown(value)}");
    }
}
