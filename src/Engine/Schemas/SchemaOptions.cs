namespace Alicerce.Engine.Schemas;

/// <summary>Which language the schemas are written in, where the document's <c>$schema</c> does not say it.</summary>
public enum SchemaDialect
{
    /// <summary>JSON Schema 2020-12, which is also what OpenAPI 3.1 uses; the scanner turns older documents into it.</summary>
    Draft202012,

    /// <summary>Adds <c>dependencies</c> and arrays in <c>items</c>; siblings of <c>$ref</c> are ignored.</summary>
    Draft07,

    /// <summary><c>nullable</c> and boolean <c>exclusiveMinimum</c>; siblings of <c>$ref</c> are ignored.</summary>
    OpenApi30,
}

/// <summary>Which way a value travels: <c>readOnly</c> properties are not for requests, <c>writeOnly</c> ones not for responses.</summary>
public enum SchemaDirection { Any, Request, Response }

/// <summary>How a validator judges, and when it gives up.</summary>
public sealed record SchemaOptions
{
    public SchemaDialect Dialect { get; init; }

    /// <summary>Whether <c>format</c> is a rule. JSON Schema leaves it open; OpenAPI authors mean it.</summary>
    public bool AssertFormats { get; init; } = true;

    public int MaxErrors { get; init; } = 50;

    /// <summary>Schemas applied to values in one validation: bounds cyclic references and combinators that explode.</summary>
    public int MaxSteps { get; init; } = 2_000_000;

    /// <summary>Schemas applied within each other; a reference that only leads back to itself ends here.</summary>
    public int MaxDepth { get; init; } = 400;

    /// <summary>Schemas that one entry may reach.</summary>
    public int MaxSchemas { get; init; } = 50_000;
}
