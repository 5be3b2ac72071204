using System.Text.Json.Nodes;
using Alicerce.Engine.Cases;
using Alicerce.Engine.Generation.Values;

namespace Alicerce.Engine.Generation;

/// <summary>Requests as a browser or a client of the page would send them.</summary>
internal static class Requests
{
    /// <summary>Sends no credentials, whatever the environment's default is.</summary>
    public const string NoAuth = "none";

    public static RequestSpec Get(string target, string? auth = null, IReadOnlyList<NameValue>? query = null) =>
        new() { Target = target, Auth = auth, Query = query ?? [] };

    /// <summary>
    /// Fields on the way that the method allows: in the query string for GET (T004-39), as JSON for DELETE, whose form bodies a Quantum
    /// server ignores, as parts when there is a file, else form-encoded (T004-42). <c>Referer</c> makes the target of a rejection predictable.
    /// </summary>
    public static RequestSpec Send(string method, string target, Fields fields, string? auth = null, bool json = false, string? referer = null)
    {
        var request = new RequestSpec { Method = method, Target = target, Auth = auth, Headers = [new("Referer", "{{base_url}}" + (referer ?? target))] };
        if (method == "GET") return request with { Query = [.. fields.Items.Select(f => new NameValue(f.Name, f.Value))] };
        if (json || method == "DELETE") return request with { Body = new() { Kind = BodyKind.Json, Text = fields.ToJson() } };
        return request with { Body = new() { Kind = fields.IsMultipart ? BodyKind.Multipart : BodyKind.Form, Fields = fields.Items } };
    }

    public static Step Step(RequestSpec request, params IEnumerable<Assertion?> assertions) =>
        new() { Name = $"{request.Method} {request.Target}", Request = request, Assertions = [.. assertions.OfType<Assertion>()] };
}

/// <summary>Fields to send, with the JSON type of those that have one besides text.</summary>
internal sealed record Fields(IReadOnlyList<BodyField> Items)
{
    public static readonly Fields None = new([]);

    public bool IsMultipart { get; init; }

    public IReadOnlyDictionary<string, string> JsonTypes { get; init; } = new Dictionary<string, string>();

    /// <summary>Values to take from the page first: tokens and hidden fields that the server fills in.</summary>
    public IReadOnlyList<Capture> Captures { get; init; } = [];

    public Fields Without(string name) => this with { Items = [.. Items.Where(f => f.Name != name)] };

    public Fields With(string name, string value)
    {
        var at = Items.ToList().FindIndex(f => f.Name == name);
        return this with
        {
            Items = at < 0 ? [.. Items, new BodyField(name, value)] : [.. Items.Select((f, i) => i == at ? f with { Value = value } : f)],
        };
    }

    public string ToJson()
    {
        var body = new JsonObject();
        foreach (var field in Items) body[field.Name] = SchemaValueFactory.ToJson(field.Value, JsonTypes.GetValueOrDefault(field.Name));
        return body.ToJsonString();
    }

    /// <summary>The page first where something of it is needed, then <paramref name="last"/>.</summary>
    public IReadOnlyList<Step> StepsTo(Step last, string page)
    {
        if (Captures.Count == 0) return [last];
        var open = Requests.Step(Requests.Get(page, last.Request?.Auth), Checks.Status(200)) with { Captures = Captures };
        return [open, last];
    }
}
