using System.Text.Json.Nodes;
using Alicerce.Engine.Formats;

namespace Alicerce.Engine.Discovery.OpenApi;

/// <summary>Turns a 2.0 document into the shape of 3.1: what was moved keeps its node, and so its place in the source.</summary>
internal sealed class SwaggerUpgrade(JsonObject root)
{
    private static readonly string[] s_moved = ["definitions", "parameters", "responses"];
    private static readonly HashSet<string> s_parameterOwn = ["name", "in", "description", "required", "allowEmptyValue", "collectionFormat", "deprecated", "schema"];

    public void Upgrade()
    {
        var components = new JsonObject
        {
            ["schemas"] = Moved("definitions"),
            ["parameters"] = Moved("parameters"),
            ["responses"] = Moved("responses"),
            ["securitySchemes"] = new JsonObject((Moved("securityDefinitions")).ToArray().Select(s => KeyValuePair.Create<string, JsonNode?>(s.Key, Scheme(s.Value)))),
        };
        root["servers"] = new JsonArray(new JsonObject { ["url"] = root.Text("basePath") ?? "/" });
        root["components"] = components;
        References(root);
        foreach (var (_, response) in components.Map("responses")!)
            Response(response, root);
        foreach (var (_, item) in root.Map("paths")?.ToArray() ?? [])
            PathItem(item as JsonObject);
        foreach (var (name, parameter) in components.Map("parameters")!.ToArray())
        {
            if (IsBody(parameter))
                components.Map("parameters")!.Remove(name);
            else
                Schema(parameter);
        }
        root.Remove("swagger");
        root["openapi"] = "3.1.0";
    }

    private JsonObject Moved(string name) => root.Take(name) as JsonObject ?? [];

    private static void References(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                References(item);
        }
        if (node is not JsonObject map)
            return;
        if (map.Text("$ref") is { } reference && Array.Find(s_moved, m => reference.StartsWith($"#/{m}/", StringComparison.Ordinal)) is { } from)
            map["$ref"] = $"#/components/{(from == "definitions" ? "schemas" : from)}{reference[(from.Length + 2)..]}";
        foreach (var (_, value) in map)
            References(value);
    }

    private static JsonObject? Scheme(JsonNode? scheme)
    {
        if (scheme is not JsonObject map)
            return null;
        (map.Parent as JsonObject)?.Remove(map.GetPropertyName());
        if (map.Text("type") == "basic")
            (map["type"], map["scheme"]) = ("http", "basic");
        if (map.Text("type") == "oauth2")
            map["flows"] = new JsonObject();
        return map;
    }

    private void PathItem(JsonObject? item)
    {
        if (item is null)
            return;
        var shared = Bodies(item, out var sharedForm);
        foreach (var (method, value) in item.ToArray())
        {
            if (value is not JsonObject operation || !OperationReader.Methods.Contains(method))
                continue;
            var body = Bodies(operation, out var form);
            Body(operation, body ?? shared, form.Count > 0 ? form : sharedForm);
            foreach (var (_, response) in operation.Map("responses")?.ToArray() ?? [])
                Response(response, operation);
        }
    }

    /// <summary>Takes body and form parameters out of a list and gives the others a schema.</summary>
    private JsonNode? Bodies(JsonObject owner, out List<JsonObject> form)
    {
        form = [];
        JsonNode? body = null;
        if (owner.Member("parameters") is not JsonArray list)
            return body;
        foreach (var parameter in list.ToArray())
        {
            var target = Target(parameter);
            if (IsBody(target))
            {
                list.Remove(parameter);
                if (target.Text("in") == "body")
                    body = target;
                else
                    form.Add((JsonObject)target!);
            }
            else
                Schema(parameter);
        }
        return body;
    }

    private JsonNode? Target(JsonNode? parameter) =>
        parameter.Text("$ref") is { } reference && reference.StartsWith('#') && JsonPointer.TryFind(root, JsonPointer.FromFragment(reference[1..]), out var found) ? found : parameter;

    private static bool IsBody(JsonNode? parameter) => parameter is JsonObject && parameter.Text("in") is "body" or "formData";

    private static void Schema(JsonNode? parameter)
    {
        if (parameter is not JsonObject map || map.ContainsKey("$ref") || map.ContainsKey("schema"))
            return;
        var schema = new JsonObject();
        foreach (var name in map.Select(m => m.Key).Where(name => !s_parameterOwn.Contains(name) && !name.StartsWith("x-", StringComparison.Ordinal)).ToArray())
            schema[name] = map.Take(name);
        if (map.Take("x-nullable") is { } nullable)
            schema["x-nullable"] = nullable;
        map["schema"] = schema;
    }

    private void Body(JsonObject operation, JsonNode? body, List<JsonObject> form)
    {
        if (body is not null)
            operation["requestBody"] = new JsonObject { ["required"] = body.Flag("required"), ["content"] = Content("consumes", operation, body.Member("schema"), examples: null) };
        else if (form.Count > 0)
            operation["requestBody"] = FormBody(operation, form);
    }

    private JsonObject FormBody(JsonObject operation, List<JsonObject> form)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var field in form.Select(f => f.Parent is null ? f : (JsonObject)f.DeepClone()))
        {
            var name = field.Text("name") ?? "";
            if (field.Flag("required"))
                required.Add(name);
            Schema(field);
            properties[name] = field.Take("schema");
        }
        var hasFile = properties.Any(p => p.Value.Text("type") == "file");
        var type = hasFile || MediaTypes("consumes", operation).Contains("multipart/form-data") ? "multipart/form-data" : "application/x-www-form-urlencoded";
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
            schema["required"] = required;
        return new JsonObject { ["required"] = required.Count > 0, ["content"] = new JsonObject { [type] = new JsonObject { ["schema"] = schema } } };
    }

    private void Response(JsonNode? response, JsonObject operation)
    {
        if (response is not JsonObject map || map.ContainsKey("$ref") || map.ContainsKey("content"))
            return;
        var schema = map.Take("schema");
        var examples = map.Take("examples") as JsonObject;
        if (schema is not null || examples is not null)
            map["content"] = Content("produces", operation, schema, examples);
        foreach (var (_, header) in map.Map("headers")?.ToArray() ?? [])
            Schema(header);
    }

    private JsonObject Content(string list, JsonObject operation, JsonNode? schema, JsonObject? examples)
    {
        var content = new JsonObject();
        foreach (var type in MediaTypes(list, operation).Concat(examples?.Select(e => e.Key) ?? []).Distinct().ToArray())
        {
            var media = new JsonObject();
            if (schema is not null)
                media["schema"] = schema.Parent is null ? schema : schema.DeepClone();
            if (examples?.Take(type) is { } example)
                media["example"] = example;
            content[type] = media;
        }
        return content;
    }

    private string[] MediaTypes(string list, JsonObject operation)
    {
        var declared = (operation.ContainsKey(list) ? operation : root).List(list).Select(m => m.Text()).OfType<string>().Distinct().Take(20).ToArray();
        return declared.Length > 0 ? declared : ["application/json"];
    }
}
