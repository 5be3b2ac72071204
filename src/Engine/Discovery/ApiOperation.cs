using System.Text.Json.Nodes;

namespace Alicerce.Engine.Discovery;

/// <summary>What an OpenAPI document promises of one operation; 2.0 and 3.0 are normalised to the 3.1 shape.</summary>
public sealed record ApiOperation
{
    /// <summary>The document, relative to the project: the base of every <see cref="SchemaRef"/>.</summary>
    public required string Document { get; init; }

    /// <summary>Path template with <c>{name}</c> placeholders, the server's base path included.</summary>
    public required string Path { get; init; }

    public string? OperationId { get; init; }
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];
    public ApiRequestBody? RequestBody { get; init; }

    /// <summary>By status as written: <c>200</c>, <c>4XX</c>, <c>default</c>.</summary>
    public IReadOnlyDictionary<string, ApiResponse> Responses { get; init; } = new Dictionary<string, ApiResponse>();

    /// <summary>Alternatives; each names the schemes that must all hold. Empty means open. A scheme's kind is in <see cref="SecuritySchemes"/>.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Security { get; init; } = [];

    /// <summary>Kind by scheme name: <c>bearer</c>, <c>basic</c>, <c>apiKey:header:X-Key</c>, <c>oauth2</c>, <c>openIdConnect</c>.</summary>
    public IReadOnlyDictionary<string, string> SecuritySchemes { get; init; } = new Dictionary<string, string>();

    public bool Deprecated { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Methods that the same path does support, upper case: the others must be refused.</summary>
    public IReadOnlyList<string> PathMethods { get; init; } = [];
}

/// <summary>One declared parameter of an operation; <paramref name="In"/> is path, query, header or cookie.</summary>
public sealed record ApiParameter(string Name, string In, bool Required, SchemaRef Schema, JsonNode? Example = null);

/// <summary>The declared body: media type to schema, with the examples that the document gives.</summary>
public sealed record ApiRequestBody(bool Required, IReadOnlyDictionary<string, ApiMedia> Content);

/// <summary>One declared answer. Header names are as written.</summary>
public sealed record ApiResponse(IReadOnlyDictionary<string, ApiMedia> Content, IReadOnlyList<string> RequiredHeaders);

/// <summary>Schema and example of one media type; the schema is null where the document gives none.</summary>
public sealed record ApiMedia(SchemaRef? Schema, JsonNode? Example = null);

/// <summary>
/// A schema inside a document: <c>openapi.yaml#/components/schemas/Pet</c>. Schemas stay in their document, so that cases stay
/// readable and cycles cost nothing; <see cref="Schemas.ISchemaDocuments"/> resolves them.
/// </summary>
public sealed record SchemaRef(string Ref);
