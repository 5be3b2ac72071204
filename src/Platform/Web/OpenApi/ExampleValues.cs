using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Alicerce.Platform.Web.OpenApi;

/// <summary>
/// Makes the examples of the description out of its schemas, so that they cannot fall behind them: each field gets the value that its name
/// has in this table, else one that its type allows.
/// </summary>
internal static class ExampleValues
{
    private const int Deepest = 5;

    private static readonly Dictionary<string, JsonNode> Texts = new(StringComparer.Ordinal)
    {
        ["name"] = "loja",
        ["title"] = "Login works",
        ["description"] = "The shop of the tour",
        ["key"] = "components/login.q|smoke",
        ["test_name"] = "Login answers 200",
        ["base_url"] = "https://loja.example",
        ["openapi_url"] = "https://loja.example/openapi.json",
        ["url"] = "https://loja.example/login",
        ["docker_host"] = "loja-web",
        ["host"] = "db.loja.example",
        ["approved_hosts"] = "loja.example",
        ["variables"] = "pt-BR",
        ["driver"] = "postgresql",
        ["database"] = "loja",
        ["username"] = "loja_reader",
        ["secret_name"] = "LOJA_DB_PASSWORD",
        ["component_name"] = "login",
        ["component_path"] = "components/login.q",
        ["file_path"] = "components/login.q",
        ["file"] = "components/login.q",
        ["path"] = "/login",
        ["route"] = "/login",
        ["target"] = "/login",
        ["method"] = "POST",
        ["content_type"] = "application/json",
        ["status"] = "passed",
        ["state"] = "running",
        ["verdict"] = "same",
        ["environment"] = "local",
        ["environments"] = "local",
        ["severity"] = "warning",
        ["code"] = "declared_not_enforced.required",
        ["message"] = "The rule is declared and not enforced.",
        ["hint"] = "Check the value in the action.",
        ["reason"] = "expected status 200, got 500",
        ["type"] = "string",
        ["test_type"] = "smoke",
        ["kind"] = "smoke",
        ["source"] = "generated",
        ["triggered_by"] = "admin",
        ["service"] = "alicerce",
        ["version"] = "1.0.0",
        ["request_id"] = "0HNB2K5T1V0QA:00000001",
        ["content_hash"] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0bb24a3c7a7c0e5a1b2c3d",
        ["datasource"] = "main",
        ["sql"] = "SELECT 1",
        ["cause_key"] = "status:500",
        ["self"] = "/api/v1/test-runs/1",
        ["events"] = "/api/v1/test-runs/1/events",
        ["results"] = "/api/v1/test-runs/1/results",
        ["next_cursor"] = "MTAw",
        ["tags"] = "smoke",
        ["filter"] = "login",
        ["timeout"] = "30s",
        ["email"] = "ana@example.com",
        ["phone"] = "+55 11 98765-4321",
        ["role"] = "developer",
        ["scope"] = "write",
        ["password"] = "a long phrase of mine",
        ["current_password"] = "a long phrase of mine",
        ["new_password"] = "another phrase of mine",
        ["token"] = "shown-once",
        ["csrf_token"] = "shown-to-this-session",
        ["user_agent"] = "Mozilla/5.0",
        ["cron"] = "30 8 * * MON-FRI",
        ["time_zone"] = "America/Sao_Paulo",
        ["job_type"] = "testing.run_shard",
        ["misfire"] = "run_once",
        ["keys"] = "DB_PASSWORD",
    };

    public static JsonNode? Of(IOpenApiSchema schema, string name = "", int depth = 0)
    {
        if ((schema.Examples?.FirstOrDefault() ?? schema.Enum?.FirstOrDefault()) is { } given) return given.DeepClone();
        if (schema.Const is { } only) return JsonValue.Create(only);
        if ((schema.OneOf ?? schema.AnyOf ?? schema.AllOf)?.FirstOrDefault(one => one.Type != JsonSchemaType.Null) is { } alternative) return depth > Deepest && MayBeNull(schema) ? null : Of(alternative, name, depth);
        var type = schema.Type ?? default;
        if (depth > Deepest && type.HasFlag(JsonSchemaType.Null)) return null;
        if (type.HasFlag(JsonSchemaType.Object)) return Object(schema, name, depth);
        if (type.HasFlag(JsonSchemaType.Array)) return depth > Deepest || schema.Items is null ? [] : new JsonArray(Of(schema.Items, name, depth + 1));
        if (type.HasFlag(JsonSchemaType.String)) return Text(schema, name);
        if (type.HasFlag(JsonSchemaType.Integer)) return Number(schema, name);
        if (type.HasFlag(JsonSchemaType.Number)) return 1.5;
        return type.HasFlag(JsonSchemaType.Boolean) ? JsonValue.Create(false) : null;
    }

    private static bool MayBeNull(IOpenApiSchema schema) => (schema.OneOf ?? schema.AnyOf)?.Any(one => one.Type == JsonSchemaType.Null) == true;

    private static JsonObject Object(IOpenApiSchema schema, string name, int depth)
    {
        var example = new JsonObject();
        foreach (var (property, inner) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>()) example[property] = Of(inner, property, depth + 1);
        if (depth == 0 && example.ContainsKey("request_id") && example.ContainsKey("data"))
        {
            // The envelope of a success.
            (example["status"], example["errors"]) = ("success", new JsonArray());
            if (example["meta"] is JsonObject { Count: 0 }) example["meta"] = null;
        }
        if (example.Count == 0 && schema.AdditionalProperties is { } entries && depth <= Deepest) example["language"] = Of(entries, name, depth + 1);
        return example;
    }

    private static JsonNode Text(IOpenApiSchema schema, string name) => schema.Format switch
    {
        "date-time" => "2026-01-31T12:00:00Z",
        "date" => "2026-01-31",
        "uuid" => "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        _ => Texts.GetValueOrDefault(name)?.DeepClone() ?? name.Replace('_', ' '),
    };

    private static JsonNode Number(IOpenApiSchema schema, string name)
    {
        var value = name switch { "port" => 5432, "status" => 200, "line" or "column" => 12, "total" or "line_count" => 24, "per_page" => 20, _ => 1 };
        return int.TryParse(schema.Minimum, out var least) && value < least ? least : int.TryParse(schema.Maximum, out var most) && value > most ? most : value;
    }
}
