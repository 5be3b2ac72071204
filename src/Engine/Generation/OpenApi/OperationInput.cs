using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Discovery;
using Alicerce.Engine.Generation.Values;

namespace Alicerce.Engine.Generation.OpenApi;

/// <summary>The values of one call of an operation: parameters by name, and the body.</summary>
internal sealed record OperationInput(IReadOnlyDictionary<ApiParameter, string> Values, JsonNode? Body)
{
    /// <summary>Valid values for the parameters and the body; null when a required one cannot be made up.</summary>
    public static OperationInput? Valid(ApiOperation operation, GenerationContext context, Random random, bool requiredOnly)
    {
        var values = new Dictionary<ApiParameter, string>();
        foreach (var parameter in operation.Parameters.Where(p => p.Required || !requiredOnly))
        {
            if (Text(parameter.Example ?? context.Schemas.Valid(parameter.Schema, random, requiredOnly)) is { } value) values[parameter] = value;
            else if (parameter.Required) return null;
        }
        var body = JsonMedia(operation) is { } media ? Example(media, context, random, requiredOnly) : null;
        if (body is null && operation.RequestBody is { Required: true }) return null;
        if (requiredOnly && operation.RequestBody is { Required: false }) body = null;
        return new OperationInput(values, FreshValues.In(body, operation, context));
    }

    public static ApiMedia? JsonMedia(ApiOperation operation) =>
        operation.RequestBody?.Content.FirstOrDefault(c => c.Key.Contains("json", StringComparison.OrdinalIgnoreCase)).Value;

    public OperationInput With(ApiParameter parameter, string value) => this with { Values = new Dictionary<ApiParameter, string>(Values) { [parameter] = value } };

    public OperationInput Without(ApiParameter parameter) => this with { Values = Values.Where(v => v.Key != parameter).ToDictionary() };

    /// <summary>The same with one property of the body set, or left out where <paramref name="value"/> is null.</summary>
    public OperationInput WithProperty(string name, JsonNode? value)
    {
        if (Body?.DeepClone() is not JsonObject body) return this;
        if (value is null) body.Remove(name);
        else body[name] = value;
        return this with { Body = body };
    }

    public RequestSpec ToRequest(string method, ApiOperation operation, string? auth)
    {
        var target = operation.Path;
        foreach (var (parameter, value) in In("path")) target = target.Replace($"{{{parameter.Name}}}", Escape(value), StringComparison.Ordinal);
        var cookies = string.Join("; ", In("cookie").Select(v => $"{v.Key.Name}={v.Value}"));
        return new RequestSpec
        {
            Method = method,
            Target = target,
            Auth = auth,
            Query = [.. In("query").Select(v => new NameValue(v.Key.Name, v.Value))],
            Headers = [.. In("header").Select(v => new NameValue(v.Key.Name, v.Value)), .. cookies.Length > 0 ? [new NameValue("Cookie", cookies)] : Array.Empty<NameValue>()],
            Body = Body is null ? null : new RequestBody { Kind = BodyKind.Json, Text = Body.ToJsonString() },
        };
    }

    private IEnumerable<KeyValuePair<ApiParameter, string>> In(string place) => Values.Where(v => v.Key.In == place);

    /// <summary>A captured value is put in when the request is sent.</summary>
    private static string Escape(string value) => value.StartsWith("{{", StringComparison.Ordinal) ? value : Uri.EscapeDataString(value);

    private static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonArray items => string.Join(",", items.Select(Text)),
        _ => LocatedSchema.Text(node) ?? node.ToJsonString(),
    };

    /// <summary>The document's own example is the best input; what it lacks is made up.</summary>
    private static JsonNode? Example(ApiMedia media, GenerationContext context, Random random, bool requiredOnly)
    {
        if (media.Example is not JsonObject example) return media.Example?.DeepClone() ?? context.Schemas.Valid(media.Schema, random, requiredOnly);
        if (!requiredOnly) return example.DeepClone();
        if (context.Schemas.Valid(media.Schema, random, requiredOnly) is not JsonObject made) return example.DeepClone();
        foreach (var name in made.Select(p => p.Key).Where(example.ContainsKey).ToList()) made[name] = example[name]?.DeepClone();
        return made;
    }
}
