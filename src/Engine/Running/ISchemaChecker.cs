using System.Text.Json;
using System.Text.Json.Nodes;
using Alicerce.Engine.Schemas;

namespace Alicerce.Engine.Running;

/// <summary>Checks JSON against a schema; how the runner asks the validator of <c>Schemas</c>.</summary>
public interface ISchemaChecker
{
    /// <param name="instance">The value to check.</param>
    /// <param name="schema">A schema, or a text that refers to one: <c>openapi.yaml#/components/schemas/User</c>.</param>
    /// <param name="documents">Where references lead; null when there are no documents.</param>
    SchemaAnswer Check(JsonElement instance, JsonNode schema, ISchemaDocuments? documents);
}

/// <param name="Violations">One sentence for each; empty when nothing was found.</param>
/// <param name="Broken">What keeps the schema itself from being used, such as a reference that leads nowhere: it says nothing of the value.</param>
public sealed record SchemaAnswer(IReadOnlyList<string> Violations, IReadOnlyList<string> Broken);
