using System.Text.Json;
using System.Text.RegularExpressions;

namespace Alicerce.Engine.Schemas.Keywords;

/// <summary><c>minLength</c> and <c>maxLength</c>, in code points.</summary>
internal sealed class LengthKeyword(string name, CompiledSchema owner, long bound, bool lower) : Keyword(name, owner)
{
    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        if (value.ValueKind != JsonValueKind.String)
            return true;
        var text = value.GetString()!;
        var length = text.Length;
        foreach (var unit in text)
            length -= char.IsLowSurrogate(unit) ? 1 : 0;
        return (lower ? length >= bound : length <= bound)
            || (!run.Quiet && run.Fail(this, $"expected {(lower ? "at least" : "at most")} {bound} characters, got {length}: {Evaluation.Shown(value)}"));
    }
}

internal sealed class PatternKeyword(CompiledSchema owner, Regex pattern, string written) : Keyword("pattern", owner)
{
    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        if (value.ValueKind != JsonValueKind.String)
            return true;
        try
        {
            return pattern.IsMatch(value.GetString()!)
                || (!run.Quiet && run.Fail(this, $"expected text that matches {written}, got {Evaluation.Shown(value)}"));
        }
        catch (RegexMatchTimeoutException)
        {
            return !run.Quiet && run.Fail(this, $"the pattern {written} took too long on {Evaluation.Shown(value)}; simplify it");
        }
    }
}

internal sealed class FormatKeyword(CompiledSchema owner, string format, Func<JsonElement, bool> test) : Keyword("format", owner)
{
    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen) =>
        test(value) || (!run.Quiet && run.Fail(this, $"expected {format}, got {Evaluation.Shown(value)}"));
}
