using System.Text.Json;
using System.Text.RegularExpressions;

namespace Alicerce.Engine.Schemas.Keywords;

/// <summary><c>properties</c>, <c>patternProperties</c> and <c>additionalProperties</c> in one walk over the members.</summary>
internal sealed class MembersKeyword(
    CompiledSchema owner, IReadOnlyDictionary<string, CompiledSchema> named, IReadOnlyList<(Regex Pattern, CompiledSchema Schema)> patterned, CompiledSchema? rest)
    : Keyword("properties", owner)
{
    public override IEnumerable<CompiledSchema> Subschemas => [.. named.Values, .. patterned.Select(p => p.Schema), .. rest is null ? [] : new[] { rest }];

    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return true;
        var holds = true;
        foreach (var member in value.EnumerateObject())
        {
            if (!(holds &= Member(run, member.Name, member.Value, seen)) && run.Quiet)
                break;
        }
        if (rest is not null)
            seen?.AllMembers();
        return holds;
    }

    private bool Member(Evaluation run, string name, JsonElement value, Evaluated? seen)
    {
        var (matched, holds) = (false, true);
        if (named.TryGetValue(name, out var schema))
        {
            matched = true;
            holds = MayTravel(run, name, schema) && run.ApplyAt(name, schema, value);
        }
        foreach (var (pattern, patternSchema) in patterned)
        {
            if (!Matches(pattern, name))
                continue;
            matched = true;
            holds &= run.ApplyAt(name, patternSchema, value);
        }
        if (!matched && rest is not null)
            holds = rest.Always == false ? !run.Quiet && run.Fail(rest.Location, "additionalProperties", $"expected no member but the declared ones, got \"{name}\"") : run.ApplyAt(name, rest, value);
        if (matched)
            seen?.Member(name);
        return holds;
    }

    private bool MayTravel(Evaluation run, string name, CompiledSchema schema) => run.Direction switch
    {
        SchemaDirection.Response when schema.IsWriteOnly => !run.Quiet && run.Fail(this, $"expected no \"{name}\" in a response: it is writeOnly"),
        SchemaDirection.Request when schema.IsReadOnly => !run.Quiet && run.Fail(this, $"expected no \"{name}\" in a request: it is readOnly"),
        _ => true,
    };

    private static bool Matches(Regex pattern, string name)
    {
        try
        {
            return pattern.IsMatch(name);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}

/// <summary><c>required</c>; what does not travel this way (<c>readOnly</c>, <c>writeOnly</c>) is not asked for.</summary>
internal sealed class RequiredKeyword(CompiledSchema owner, IReadOnlyList<string> names, IReadOnlyDictionary<string, CompiledSchema> declared) : Keyword("required", owner)
{
    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return true;
        var holds = true;
        foreach (var name in names)
        {
            if (value.TryGetProperty(name, out _) || !Travels(run.Direction, name))
                continue;
            holds = false;
            if (run.Quiet)
                break;
            run.Fail(this, $"expected a member \"{name}\", got none");
        }
        return holds;
    }

    private bool Travels(SchemaDirection direction, string name) => direction == SchemaDirection.Any || !declared.TryGetValue(name, out var schema)
        || !(direction == SchemaDirection.Response ? schema.IsWriteOnly : schema.IsReadOnly);
}

/// <summary><c>dependentRequired</c> and the array form of <c>dependencies</c>.</summary>
internal sealed class DependentRequiredKeyword(string name, CompiledSchema owner, IReadOnlyDictionary<string, string[]> dependents) : Keyword(name, owner)
{
    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return true;
        foreach (var (name, needed) in dependents)
        {
            if (!value.TryGetProperty(name, out _))
                continue;
            if (Array.Find(needed, other => !value.TryGetProperty(other, out _)) is { } missing)
                return !run.Quiet && run.Fail(this, $"expected a member \"{missing}\" beside \"{name}\", got none");
        }
        return true;
    }
}

/// <summary><c>dependentSchemas</c> and the schema form of <c>dependencies</c>.</summary>
internal sealed class DependentSchemasKeyword(string name, CompiledSchema owner, IReadOnlyDictionary<string, CompiledSchema> dependents) : Keyword(name, owner)
{
    public override IEnumerable<CompiledSchema> Subschemas => dependents.Values;

    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return true;
        var holds = true;
        foreach (var (name, schema) in dependents)
            holds &= !value.TryGetProperty(name, out _) || run.Apply(schema, value, seen);
        return holds;
    }
}

internal sealed class PropertyNamesKeyword(CompiledSchema owner, CompiledSchema schema) : Keyword("propertyNames", owner)
{
    public override IEnumerable<CompiledSchema> Subschemas => [schema];

    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return true;
        foreach (var member in value.EnumerateObject())
        {
            if (!run.ApplyQuietly(schema, JsonSerializer.SerializeToElement(member.Name), into: null))
                return !run.Quiet && run.Fail(this, $"expected member names that match {schema.Location}, got \"{member.Name}\"");
        }
        return true;
    }
}

/// <summary>Draft 7's <c>dependencies</c>: names and schemas in one keyword.</summary>
internal sealed class DependenciesKeyword(CompiledSchema owner, DependentRequiredKeyword names, DependentSchemasKeyword schemas) : Keyword("dependencies", owner)
{
    public override IEnumerable<CompiledSchema> Subschemas => schemas.Subschemas;

    public override bool Test(Evaluation run, JsonElement value, Evaluated? seen) => names.Test(run, value, seen) & schemas.Test(run, value, seen);
}
