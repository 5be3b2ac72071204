namespace Alicerce.Engine.Schemas;

/// <summary>One way in which a value does not match.</summary>
/// <param name="InstancePath">JSON Pointer into the value; empty for the whole value.</param>
/// <param name="SchemaPath">Where the rule stands: <c>openapi.yaml#/components/schemas/Pet/properties/id/type</c>.</param>
/// <param name="Keyword">The rule: <c>type</c>, <c>required</c>, …; <c>$budget</c> and <c>$depth</c> when validation was given up.</param>
/// <param name="Message">Expected and actual, in one sentence; long values are cut.</param>
public sealed record SchemaError(string InstancePath, string SchemaPath, string Keyword, string Message);

/// <summary>
/// The answer of one validation. <see cref="UnknownKeywords"/> are the places of rules that this validator does not know, in the schemas
/// that could be reached: with any of them <see cref="IsConclusive"/> is false, and a caller must say so instead of reporting a clean pass.
/// </summary>
public sealed record SchemaVerdict(IReadOnlyList<SchemaError> Errors, IReadOnlyList<string> UnknownKeywords)
{
    public bool IsValid => Errors.Count == 0;
    public bool IsConclusive => UnknownKeywords.Count == 0;
}
