using System.Text.Json.Nodes;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>What a schema says of a single value, as far as the flat vocabulary of <see cref="Parameter"/> can hold it.</summary>
internal sealed class SchemaFacts
{
    private readonly JsonNode? _schema;

    public SchemaFacts(OpenApiDocument document, Placed schema)
    {
        var at = document.Peek(schema);
        // One level of allOf or of "this or null" is looked through: what a single reference with a note is written as.
        if (at?.Node.Member("type") is null)
        {
            foreach (var name in (string[])["allOf", "anyOf", "oneOf"])
            {
                if (at is { } outer && outer.Child(name).Items().FirstOrDefault(one => one.Node.Text("type") != "null") is { Node: not null } inner)
                    at = document.Peek(inner) ?? at;
            }
        }
        _schema = at?.Node;
        Members = at is { } found ? [.. found.Child("properties").Members()] : [];
    }

    public IReadOnlyList<(string Name, Placed Value)> Members { get; }
    public bool IsReadOnly => _schema.Flag("readOnly");
    public IReadOnlySet<string> Required => _schema.List("required").Select(r => r.Text()).OfType<string>().ToHashSet();

    public Parameter ToParameter(string name, string source, bool required, SourceLocation location) => new()
    {
        Name = name,
        Type = TypeName(),
        Required = required,
        Default = _schema.Member("default").Scalar(),
        Source = source,
        Pattern = _schema.Text("pattern"),
        Min = _schema.Decimal("minimum") ?? _schema.Decimal("exclusiveMinimum"),
        Max = _schema.Decimal("maximum") ?? _schema.Decimal("exclusiveMaximum"),
        MinLength = _schema.Count("minLength"),
        MaxLength = _schema.Count("maxLength"),
        Enum = [.. _schema.List("enum").Select(e => e.Scalar()).OfType<string>().Take(200)],
        Location = location,
    };

    private string TypeName()
    {
        var type = _schema.Text("type") ?? _schema.List("type").Select(t => t.Text()).FirstOrDefault(t => t is not (null or "null")) ?? "string";
        if (type != "string")
            return type;
        return _schema.Text("format") switch
        {
            "date-time" => "datetime",
            "uri" or "url" or "iri" => "url",
            "binary" => "file",
            "email" or "uuid" or "date" or "time" or "password" or "cpf" or "cnpj" or "cep" or "phone" => _schema.Text("format")!,
            _ => "string",
        };
    }
}
