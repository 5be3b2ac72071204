using System.Text.Json.Nodes;

namespace Alicerce.Engine.Schemas;

/// <summary>A schema that can be entered from outside, with the unknown keywords of all that it reaches.</summary>
internal sealed record SchemaEntry(CompiledSchema Schema, IReadOnlyList<string> UnknownKeywords);

/// <summary>Turns schema nodes into <see cref="CompiledSchema"/>s, each node once. May be used from many threads.</summary>
internal sealed class SchemaCompiler(ISchemaDocuments documents, SchemaOptions options)
{
    private readonly Lock _gate = new();
    private readonly Queue<(CompiledSchema Schema, JsonObject Map)> _waiting = [];
    private bool _filling;
    private readonly Dictionary<JsonNode, CompiledSchema> _compiled = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, System.Text.RegularExpressions.Regex> _patterns = [];

    public SchemaLibrary Library { get; } = new(documents, options.Dialect);
    public SchemaOptions Options => options;

    /// <summary>The schema behind <c>document#pointer</c>; one that fails every value when there is none.</summary>
    public SchemaEntry Entry(string reference) => Reach(Compiled(reference));

    /// <summary>The schema of <see cref="Entry(string)"/> alone.</summary>
    public CompiledSchema Compiled(string reference)
    {
        lock (_gate)
        {
            var mark = reference.IndexOf('#');
            var (path, fragment) = mark < 0 ? (reference, "") : (reference[..mark], reference[(mark + 1)..]);
            var place = Library.Document(path) is { } document ? SchemaLibrary.Within(document, fragment) : null;
            return place is { } found ? Compile(found.Node, found.Location) : Missing(reference);
        }
    }

    public SchemaEntry Entry(JsonNode schema)
    {
        lock (_gate)
        {
            try
            {
                Library.Foreign(schema.Root);
                return Reach(Compile(schema, "#" + Pointer(schema)));
            }
            catch (Exception e) when (e is InvalidOperationException or ArgumentException)
            {
                // A node that was parsed from text reads its members late, and only then meets half a surrogate pair or a name that is there twice.
                return Reach(Broken("#", $"the schema is no sound JSON: {e.Message}"));
            }
        }
    }

    public CompiledSchema Compile(JsonNode? node, string location)
    {
        lock (_gate)
        {
            if (node is null)
                return Broken(location, "a schema is an object, true or false, not null");
            if (_compiled.TryGetValue(node, out var known))
                return known;
            if (_compiled.Count >= options.MaxSchemas)
                return Broken(location, $"more than {options.MaxSchemas} schemas are involved");
            var schema = new CompiledSchema(location, Library.ResourceOf(node));
            _compiled[node] = schema;
            if (node is JsonObject map)
                Fill(schema, map);
            else if (node is JsonValue value && value.TryGetValue<bool>(out var always))
                schema.Always = always;
            else
                schema.Keywords = [new Keywords.MalformedKeyword("", schema, "a schema is an object, true or false")];
            return schema;
        }
    }

    /// <summary>
    /// Schemas met while one is filled wait for their turn instead of being filled within it: a chain of ten thousand references
    /// must not be as deep on the stack.
    /// </summary>
    private void Fill(CompiledSchema schema, JsonObject map)
    {
        _waiting.Enqueue((schema, map));
        if (_filling)
            return;
        _filling = true;
        while (_waiting.TryDequeue(out var next))
            new KeywordReader(this, next.Schema, next.Map).Fill();
        _filling = false;
    }

    /// <summary>The expression of a pattern, made once for all schemas that use it.</summary>
    public System.Text.RegularExpressions.Regex Pattern(string pattern)
    {
        if (!_patterns.TryGetValue(pattern, out var regex))
        {
            regex = EcmaPattern.Compile(pattern, out var reason) ?? throw new SchemaMalformed($"the pattern {pattern} cannot be used: {reason}");
            _patterns[pattern] = regex;
        }
        return regex;
    }

    public static CompiledSchema Missing(string reference) => Broken(reference, $"the reference {reference} leads nowhere");

    private static CompiledSchema Broken(string location, string reason)
    {
        var anywhere = new SchemaResource(new SchemaPlace(null, location), new Uri("document://none/"), SchemaDialect.Draft202012);
        var schema = new CompiledSchema(location, anywhere);
        schema.Keywords = [new Keywords.MalformedKeyword("$ref", schema, reason)];
        return schema;
    }

    private static SchemaEntry Reach(CompiledSchema schema) => new(schema, [.. Reachable([schema]).SelectMany(s => s.UnknownKeywords)]);

    /// <summary>Those schemas and all that they lead to, each once.</summary>
    public static IReadOnlyCollection<CompiledSchema> Reachable(IEnumerable<CompiledSchema> schemas)
    {
        var reached = new HashSet<CompiledSchema>(schemas);
        var waiting = new Queue<CompiledSchema>(reached);
        while (waiting.TryDequeue(out var next))
        {
            foreach (var sub in next.Subschemas)
            {
                if (reached.Add(sub))
                    waiting.Enqueue(sub);
            }
        }
        return reached;
    }

    private static string Pointer(JsonNode node) => node.Parent switch
    {
        JsonObject map => $"{Pointer(map)}/{Formats.JsonPointer.Escape(node.GetPropertyName())}",
        JsonArray list => $"{Pointer(list)}/{node.GetElementIndex()}",
        _ => "",
    };
}

/// <summary>A keyword's value is not what the keyword needs; becomes a <see cref="Keywords.MalformedKeyword"/> and never leaves this folder.</summary>
internal sealed class SchemaMalformed(string message) : Exception(message);
