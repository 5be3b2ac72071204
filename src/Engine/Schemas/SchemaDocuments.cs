using System.Text.Json.Nodes;

namespace Alicerce.Engine.Schemas;

/// <summary>The documents whose schemas a generator or a run may point at.</summary>
public interface ISchemaDocuments
{
    /// <summary>The whole normalised document (OpenAPI as 3.1), or null when there is none at <paramref name="path"/> (relative to the project).</summary>
    JsonNode? Find(string path);
}
