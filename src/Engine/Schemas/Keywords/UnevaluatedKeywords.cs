using System.Text.Json;

namespace Alicerce.Engine.Schemas.Keywords;

internal sealed class UnevaluatedPropertiesKeyword(CompiledSchema owner, CompiledSchema schema) : Keyword("unevaluatedProperties", owner)
{
    public override IEnumerable<CompiledSchema> Subschemas => [schema];

    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return true;
        var holds = true;
        foreach (var member in value.EnumerateObject())
        {
            if (!seen!.HasMember(member.Name) && !(holds &= run.ApplyAt(member.Name, schema, member.Value)) && run.Quiet)
                break;
        }
        seen!.AllMembers();
        return holds;
    }
}

internal sealed class UnevaluatedItemsKeyword(CompiledSchema owner, CompiledSchema schema) : Keyword("unevaluatedItems", owner)
{
    public override IEnumerable<CompiledSchema> Subschemas => [schema];

    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return true;
        var (index, holds) = (0, true);
        foreach (var item in value.EnumerateArray())
        {
            if (!seen!.HasItem(index) && !(holds &= run.ApplyAt(index, schema, item)) && run.Quiet)
                break;
            index++;
        }
        seen!.AllItems();
        return holds;
    }
}
