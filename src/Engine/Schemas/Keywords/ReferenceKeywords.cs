using System.Text.Json;

namespace Alicerce.Engine.Schemas.Keywords;

/// <summary><c>$ref</c>.</summary>
internal sealed class ReferenceKeyword(CompiledSchema owner, CompiledSchema target) : Keyword("$ref", owner)
{
    public CompiledSchema Target => target;
    public override IEnumerable<CompiledSchema> Subschemas => [target];

    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen) => run.Apply(target, value, seen);
}

/// <summary><c>$dynamicRef</c>: the outermost resource on the way here that has the anchor decides what it means.</summary>
internal sealed class DynamicReferenceKeyword(CompiledSchema owner, CompiledSchema initial, string? anchor, SchemaCompiler compiler) : Keyword("$dynamicRef", owner)
{
    public override IEnumerable<CompiledSchema> Subschemas => [initial];

    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        if (anchor is not null)
        {
            foreach (var resource in run.Scope)
            {
                if (resource.DynamicAnchors.TryGetValue(anchor, out var place))
                    return run.Apply(compiler.Compile(place.Node, place.Location), value, seen);
            }
        }
        return run.Apply(initial, value, seen);
    }
}
