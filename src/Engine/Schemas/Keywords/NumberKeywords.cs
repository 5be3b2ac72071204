using System.Text.Json;

namespace Alicerce.Engine.Schemas.Keywords;

/// <summary><c>minimum</c>, <c>maximum</c> and their exclusive forms.</summary>
internal sealed class BoundKeyword(string name, CompiledSchema owner, JsonNumber bound, string written, bool lower, bool exclusive) : Keyword(name, owner)
{
    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        if (value.ValueKind != JsonValueKind.Number)
            return true;
        var order = JsonNumber.Of(value).Against(bound) * (lower ? 1 : -1);
        if (order > 0 || (order == 0 && !exclusive))
            return true;
        var relation = (lower, exclusive) switch { (true, true) => "more than", (true, false) => "at least", (false, true) => "less than", _ => "at most" };
        return !run.Quiet && run.Fail(this, $"expected {relation} {written}, got {Evaluation.Shown(value)}");
    }
}

internal sealed class MultipleOfKeyword(CompiledSchema owner, JsonNumber divisor, string written) : Keyword("multipleOf", owner)
{
    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen) =>
        value.ValueKind != JsonValueKind.Number
        || JsonNumber.Of(value).IsMultipleOf(divisor)
        || (!run.Quiet && run.Fail(this, $"expected a multiple of {written}, got {Evaluation.Shown(value)}"));
}
