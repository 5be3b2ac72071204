using System.Text.Json;

namespace Alicerce.Engine.Schemas.Keywords;

internal sealed class AllOfKeyword(CompiledSchema owner, CompiledSchema[] schemas) : Keyword("allOf", owner)
{
    public override IEnumerable<CompiledSchema> Subschemas => schemas;

    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        var holds = true;
        foreach (var schema in schemas)
        {
            if (!(holds &= run.Apply(schema, value, seen)) && run.Quiet)
                break;
        }
        return holds;
    }
}

/// <summary><c>anyOf</c> and <c>oneOf</c>.</summary>
internal sealed class AlternativesKeyword(string name, CompiledSchema owner, CompiledSchema[] schemas, bool exactlyOne) : Keyword(name, owner)
{
    public override IEnumerable<CompiledSchema> Subschemas => schemas;

    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        var matched = 0;
        foreach (var schema in schemas)
        {
            if (!run.ApplyQuietly(schema, value, seen))
                continue;
            matched++;
            // Each alternative that holds has something to say about what was evaluated, so none is left out when that is asked for.
            if (exactlyOne ? matched > 1 : seen is null)
                break;
        }
        if (exactlyOne ? matched == 1 : matched > 0)
            return true;
        if (run.Quiet)
            return false;
        if (matched > 0)
            return run.Fail(this, "expected exactly one alternative to match, more than one did");
        run.Fail(this, $"expected one of {schemas.Length} alternatives, none matches {Evaluation.Shown(value)}");
        run.Errors.AddRange(Nearest(run, value));
        return false;
    }

    /// <summary>The errors of the alternative that came furthest: the one that the sender most likely meant.</summary>
    private IEnumerable<SchemaError> Nearest(Evaluation run, JsonElement value) => schemas
        .Select(schema => run.ErrorsOf(schema, value))
        .Where(errors => errors.Count > 0)
        .OrderByDescending(errors => errors.Max(e => e.InstancePath.Count(c => c == '/')))
        .ThenBy(errors => errors.Count(e => e.Keyword == "type"))
        .ThenBy(errors => errors.Count)
        .FirstOrDefault() ?? [];
}

internal sealed class NotKeyword(CompiledSchema owner, CompiledSchema schema) : Keyword("not", owner)
{
    public override IEnumerable<CompiledSchema> Subschemas => [schema];

    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen) =>
        !run.ApplyQuietly(schema, value, into: null) || (!run.Quiet && run.Fail(this, $"expected a value that does not match, got {Evaluation.Shown(value)}"));
}

/// <summary><c>if</c> with <c>then</c> and <c>else</c>.</summary>
internal sealed class ConditionKeyword(CompiledSchema owner, CompiledSchema condition, CompiledSchema? then, CompiledSchema? otherwise) : Keyword("if", owner)
{
    public override IEnumerable<CompiledSchema> Subschemas => new[] { condition, then, otherwise }.OfType<CompiledSchema>();

    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen) =>
        (run.ApplyQuietly(condition, value, seen) ? then : otherwise) is not { } chosen || run.Apply(chosen, value, seen);
}
